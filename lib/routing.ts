import { defineRouting } from "next-intl/routing";
import { defaultLocale, locales } from "@/messages/locales";

/** The address decides the language, not the browser's settings: a link means the same to everybody. */
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
});
