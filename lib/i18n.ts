import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { toLocale } from "@/messages/locales";

export default getRequestConfig(async () => {
  const locale = toLocale((await headers()).get("x-locale"));
  return {
    locale,
    timeZone: "Asia/Shanghai",
    messages: (await import(`../messages/${locale}.json`)).default,
  };
});
