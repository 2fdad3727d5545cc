import { addDays, type Day, monthEnd, monthOf, yearOf } from "@/lib/domain/calendar/days";
import { addWorkdays } from "@/lib/domain/calendar/work-days";
import { dayOf } from "@/lib/domain/imports/deadlines/points";
import { anchorBefore } from "./anchors";
import { type Form, type Scene, timeFound } from "./form";
import { precisionOf, type Span, span, spanOf } from "./spans";

const rule = "relative";
/** 印发之日起15个工作日内, 收到申请之日起20个工作日内, 30日内: counted from a day; the end is known where that is the day of issue. */
export const relative: Form = {
  rule,
  pattern: new RegExp(`${span}(?:以内|之内|内(?![部容设外地]))`, "g"),
  read(match, scene) {
    const found = spanOf(match);
    if (!found) return null;
    const before = anchorBefore(scene.text, match.index);
    const time = timeFound(rule, match, {
      ...{
        kind: "relative",
        precision: precisionOf(found),
        anchor: before?.name ?? null,
        ...found,
      },
      ...(before?.name === "印发" ? daysFromIssue(found, scene) : sinceYear(before?.year, found)),
    });
    return { ...time, from: before?.isBeside ? before.from : time.from };
  },
};

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
