import { addDays, type Day, monthOf, weekday, yearOf } from "@/lib/domain/calendar/days";
import { day, dayOf, type Point, readPoint } from "@/lib/domain/imports/deadlines/points";
import { type Form, timeFound } from "./form";
import { addMonths } from "./relative";

const rule = "months-ahead";

/** 本月底前, 下月5日前, 本周内: in the month or week of the document or the one after; 次月 and 当月 belong to what repeats. */
export const monthsAhead: Form = {
  rule,
  pattern: new RegExp(
    `(?<which>本|下)(?:个?月(?<rest>底|末|上旬|中旬|下旬|${day})(?:之前|以前|前)(?!后)|周(?<weekday>[一二三四五六日末])?(?:之前|以前|前|内))`,
    "g",
  ),
  read(match, { datedOn }) {
    if (datedOn === null) return null;
    const { which, rest, weekday: last } = match.groups ?? {};
    const isNext = which === "下";
    const { until, precision } =
      rest === undefined
        ? { until: dayOfWeek(datedOn, isNext, last), precision: "day" as const }
        : (pointOfMonth(datedOn, isNext, rest) ?? {});
    if (until === undefined || precision === undefined) return null;
    return timeFound(rule, match, {
      ...{ kind: "date", end: until, precision, anchor: "year:document" },
    });
  },
};

function pointOfMonth(datedOn: Day, isNext: boolean, rest: string): Point | null {
  const first = dayOf(yearOf(datedOn), monthOf(datedOn), 1);
  const month = isNext ? addMonths(first, 1) : first;
  return readPoint(`${monthOf(month)}月${rest}`, yearOf(month));
}

/** The day of that week, its last if none is named. */
function dayOfWeek(datedOn: Day, isNext: boolean, named = "日"): Day {
  const last = "一二三四五六".indexOf(named) + 1 || 7;
  return addDays(datedOn, last - weekday(datedOn) + (isNext ? 7 : 0));
}
