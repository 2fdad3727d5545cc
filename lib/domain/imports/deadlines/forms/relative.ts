import { addDays, type Day, monthEnd, monthOf, yearOf } from "@/lib/domain/calendar/days";
import { addWorkdays } from "@/lib/domain/calendar/work-days";
import { dayOf, type Precision } from "@/lib/domain/imports/deadlines/points";
import { numberOf } from "@/lib/domain/imports/numerals";
import { anchorBefore } from "./anchors";
import { type Form, type Scene, type TimeFound, timeFound } from "./form";

const rule = "relative";
const count = "(?<![\\d.第])(?<count>\\d+|[一二三四五六七八九十百两半]+)";
const units = "个?(?<unit>工作日|自然日|日历日|日|天|月|周|星期|年)";

/** 印发之日起15个工作日内, 收到申请之日起20个工作日内, 30日内: counted from a day; the end is known where that is the day of issue. */
export const relative: Form = {
  rule,
  pattern: new RegExp(`${count}${units}(?:以内|之内|内(?![部容设外地]))`, "g"),
  read(match, scene) {
    const span = spanOf(match);
    if (!span) return null;
    const before = anchorBefore(scene.text, match.index);
    const found = timeFound(rule, match, {
      ...{ kind: "relative", precision: precisionOf(span), anchor: before?.name ?? null, ...span },
      ...(before?.name === "印发" ? daysFromIssue(span, scene) : sinceYear(before?.year, span)),
    });
    return { ...found, from: before?.isBeside ? before.from : found.from };
  },
};

/** 为期4个月, 用3年时间: how long something takes; its days are not known without a start. */
export const durations: Form = {
  rule: "duration",
  pattern: new RegExp(
    `(?:为期|历时|(?:用|利用|通过)(?=[^,。;]{1,6}时间))${count}${units}(?:左右)?(?:的?时间)?`,
    "g",
  ),
  read(match) {
    const span = spanOf(match);
    return (
      span &&
      timeFound("duration", match, { kind: "relative", precision: precisionOf(span), ...span })
    );
  },
};

function precisionOf({ unit }: Span): Precision {
  return unit === "workday" ? "day" : unit;
}

type Span = { amount: number; unit: NonNullable<TimeFound["unit"]> };

function spanOf({ groups }: RegExpExecArray): Span | null {
  const { count: words = "", unit = "" } = groups ?? {};
  if (words === "半") return unit === "年" ? { amount: 6, unit: "month" } : null;
  const amount = numberOf(words);
  if (amount === null || amount === 0) return null;
  // 2025年内 is a year; 十四五 years are not counted.
  if (unit === "年" && amount > 50) return null;
  if (unit === "工作日") return { amount, unit: "workday" };
  if (unit === "周" || unit === "星期") return { amount: amount * 7, unit: "day" };
  if (unit === "月") return { amount, unit: "month" };
  return { amount, unit: unit === "年" ? "year" : "day" };
}

/** The day of issue itself is not counted (民法典 §201); a month ends on the corresponding day or the month's last (§202). */
function daysFromIssue(
  { amount, unit }: Span,
  { datedOn, calendar }: Scene,
): { start: Day; end: Day } | null {
  if (datedOn === null) return null;
  if (unit === "workday") return { start: datedOn, end: addWorkdays(datedOn, amount, calendar) };
  if (unit === "day") return { start: datedOn, end: addDays(datedOn, amount) };
  return { start: datedOn, end: addMonths(datedOn, unit === "year" ? amount * 12 : amount) };
}

/** 2012年起5年内 ends with 2016. */
function sinceYear(year: number | undefined, { amount, unit }: Span) {
  if (year === undefined || unit !== "year") return null;
  const end = dayOf(year + amount - 1, 12, 31);
  return { start: dayOf(year, 1, 1), end, precision: "year" as const };
}

/** The corresponding day so many months later, or that month's last. */
export function addMonths(from: Day, months: number): Day {
  const month = yearOf(from) * 12 + monthOf(from) - 1 + months;
  const first = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
  const day = `${first.slice(0, 8)}${from.slice(8)}`;
  return day > monthEnd(first) ? monthEnd(first) : day;
}
