import { headers } from "next/headers";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { defaultLocale, locales } from "@/messages/locales";

export default getRequestConfig(async () => {
  const asked = (await headers()).get("x-locale");
  const locale = hasLocale(locales, asked) ? asked : defaultLocale;
  return {
    locale,
    timeZone: "Asia/Shanghai",
    messages: (await import(`../messages/${locale}.json`)).default,
  };
});
