import { monthOf, yearOf } from "@/lib/domain/calendar/days";
import { day, dayOf, readPoint } from "@/lib/domain/imports/deadlines/points";
import { type Form, timeFound } from "./form";
import { addMonths } from "./relative";

const rule = "months-ahead";

/** 本月底前, 下月5日前: in the month of the document or the one after; 次月 and 当月 belong to what repeats. */
export const monthsAhead: Form = {
  rule,
  pattern: new RegExp(
    `(?<which>本|下)个?月(?<rest>底|末|上旬|中旬|下旬|${day})(?:之前|以前|前)(?!后)`,
    "g",
  ),
  read(match, { datedOn }) {
    if (datedOn === null) return null;
    const { which, rest = "" } = match.groups ?? {};
    const first = dayOf(yearOf(datedOn), monthOf(datedOn), 1);
    const month = which === "下" ? addMonths(first, 1) : first;
    const read = readPoint(`${monthOf(month)}月${rest}`, yearOf(month));
    return (
      read &&
      timeFound(rule, match, {
        ...{ kind: "date", end: read.until, precision: read.precision, anchor: "year:document" },
      })
    );
  },
};
