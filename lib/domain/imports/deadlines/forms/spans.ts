import type { Precision } from "@/lib/domain/imports/deadlines/points";
import { numberOf } from "@/lib/domain/imports/numerals";
import type { TimeFound } from "./form";

/** So many days, working days, months or years. */
export type Span = { amount: number; unit: NonNullable<TimeFound["unit"]> };

const number = "(?:\\d+|[一二三四五六七八九十百两半]+)";
/** 15个工作日, 三个月, 3—5年 (the longer), as the source of a pattern with the groups `count` and `unit`. */
export const span = `(?<![\\d.第一二三四五六七八九十])(?:${number}(?:-|至|到))?(?<count>${number})(?<unit>个?工作日|个?自然日|日历日|日|天|个月|个?周|个?星期|年)`;

/** Nothing is given more days than ten years have. */
const most = 3660;

/** What such words say; null for none (半天) and for the number of a year (2025年). */
export function spanOf({ groups }: RegExpExecArray): Span | null {
  const { count = "", unit = "" } = groups ?? {};
  if (count === "半") return unit === "年" ? { amount: 6, unit: "month" } : null;
  const amount = numberOf(count);
  if (amount === null || amount === 0 || amount > most) return null;
  if (unit === "年") return amount > 50 ? null : { amount, unit: "year" };
  if (unit === "个月") return { amount, unit: "month" };
  if (/工作日$/.test(unit)) return { amount, unit: "workday" };
  return { amount: /[周期]$/.test(unit) ? amount * 7 : amount, unit: "day" };
}

/** How exact it is. */
export function precisionOf({ unit }: Span): Precision {
  return unit === "workday" ? "day" : unit;
}
