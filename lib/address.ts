import { type Locale, localePath } from "@/messages/locales";
import { env } from "./env";

/** The whole address of a path of ours in a language. */
export function addressOf(path: string, locale: Locale = "zh-CN"): string {
  return new URL(localePath(locale, path), env().PUBLIC_URL).href;
}

/** The host that names what is ours for ever, in feeds and calendars. */
export function ownHost(): string {
  return new URL(env().PUBLIC_URL).hostname;
}
