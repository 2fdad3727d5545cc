import { dayOf } from "@/lib/domain/imports/deadlines/points";
import { type Form, timeFound } from "./form";

const rule = "plan-period";
const numbers = ["十", "十一", "十二", "十三", "十四", "十五", "十六", "十七"];
const firstYearOfTenth = 2001;

/** “十四五”期间, “十五五”末: a five-year plan's years. The plan itself (“十五五”规划) is no time. */
export const planPeriods: Form = {
  rule,
  pattern:
    /[到至]?[“"「]?(?<number>十[一二三四五六七]?)五[”"」]?(?:时期末?|期间|期末|末期?|期内|收官之年)(?:之?前)?/g,
  read(match) {
    const index = numbers.indexOf(match.groups?.number ?? "");
    const first = firstYearOfTenth + index * 5;
    const end = dayOf(first + 4, 12, 31);
    return timeFound(rule, match, { kind: "target", end, precision: "year" });
  },
};
