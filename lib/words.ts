import { createFormatter, createTranslator } from "next-intl";
import type { Day } from "@/lib/domain/calendar/days";
import en from "@/messages/en.json";
import type { Locale } from "@/messages/locales";
import zh from "@/messages/zh-CN.json";

// Sentences are named by data, so their keys are any strings.
type Say = (key: string, values?: Record<string, string | number>) => string;

const catalogs = { "zh-CN": zh, en };

/** What a file without a page says in a language: its sentences, and its days (2024年4月20日). */
export function wordsIn(locale: Locale) {
  const messages = catalogs[locale];
  const format = createFormatter({ locale, timeZone: "Asia/Shanghai" });
  const translator = createTranslator({ locale, messages });
  const dayWith = (month: "long" | "short") => (day: Day) =>
    format.dateTime(new Date(`${day}T12:00:00+08:00`), { year: "numeric", month, day: "numeric" });
  return {
    locale,
    say: translator as unknown as Say,
    /** What stands under a key as it is written. */
    raw: translator.raw as (key: string) => string,
    day: dayWith("long"),
    /** The same where there is little room: Apr 20, 2024. */
    shortDay: dayWith("short"),
  };
}
export type Words = ReturnType<typeof wordsIn>;
