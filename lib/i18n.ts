import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { toLocale } from "@/messages/locales";
import { ownSiteWords } from "./site-words";

export default getRequestConfig(async () => {
  const locale = toLocale((await headers()).get("x-locale"));
  const { default: messages } = await import(`../messages/${locale}.json`);
  // A page that says that the database is away must not wait for it.
  const own = await ownSiteWords().catch(() => ({}));
  return {
    locale,
    timeZone: "Asia/Shanghai",
    messages: { ...messages, site: { ...messages.site, ...own } },
  };
});
