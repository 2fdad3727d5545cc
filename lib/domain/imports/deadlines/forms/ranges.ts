import { type Day, monthEnd, yearEnd, yearOf } from "@/lib/domain/calendar/days";
import { isAdverb, justBefore, namesStage } from "@/lib/domain/imports/deadlines/clauses";
import {
  day,
  fresh,
  month,
  type Point,
  point,
  readPoint,
  year,
  yearNumber,
} from "@/lib/domain/imports/deadlines/points";
import { type Form, type Scene, timeFound } from "./form";

const rule = "range";
/** To see what words say where no year is known. */
const anyYear = 2000;
const clock = "(?:零时|\\d{1,2}(?:时|:\\d{2}))?";
const to = "(?:起|开始)?(?:-{1,2}|~{1,2}|至|到)";
const first = [
  point,
  // 1997年4―6月, 3月15―20日, 2024—2026年, 一至三季度: the first lacks what the second says.
  `${year}?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?=${to}${month})`,
  `(?:${year})?${month}(?:3[01]|[12]\\d|0?[1-9])(?=${to}${day})`,
  `${yearNumber}(?=${to}${yearNumber}年)`,
  `(?:${year})?第?[一二三1-3](?=${to}第?[二三四2-4]季度)`,
  `即日起?|(?:本(?:通知|方案|意见|文件|计划))?(?:印发|发布|下发)之日起?`,
].join("|");
const pattern = `(?:[自从])?${fresh}(?<first>${first})${clock}${to}(?<last>${day}|${point}|底|年底)${clock}(?<until>之前|以前|前|为?止)?`;

/** 2022年3月1日至11月30日, 自5月1日零时起至8日24时止, 1997年4―6月, 2024—2026年, 即日起至2024年2月10日前: both days are included. */
export const ranges: Form = {
  rule,
  isWhole: true,
  pattern: new RegExp(pattern, "g"),
  read(match, scene) {
    const { first: opening = "", last: closing = "" } = match.groups ?? {};
    const from = match.index;
    const given = scene.yearAt(from);
    const start = openingOf(opening, closing, given?.year ?? anyYear, scene.datedOn);
    if (!start) return null;
    const end = closingOf(closing, start);
    if (!end || end.until < start.from) return null;
    const saysYear = start.yearWords !== null || saysNumber(end);
    if (!scene.isTimeCell(from) && !isPeriodOfWork(match, scene)) return null;
    const unknown = { start: null, end: null, anchor: "year:unknown" };
    if (!saysYear && !given && !start.isIssue)
      return timeFound(rule, match, { kind: "range", precision: end.precision, ...unknown });
    const anchor = start.isIssue ? "印发" : saysYear ? null : (given?.anchor ?? null);
    return timeFound(rule, match, {
      ...{ kind: "range", start: start.from, end: end.until, precision: end.precision, anchor },
    });
  },
};

function saysNumber({ yearWords }: Point): boolean {
  return yearWords !== null && new RegExp(`^${yearNumber}`).test(yearWords);
}

type Opening = Point & { isIssue?: boolean };

function openingOf(
  words: string,
  closing: string,
  inYear: number,
  datedOn: Day | null,
): Opening | null {
  if (/日起?$/.test(words) && /^(?:即日|.*之日)/.test(words))
    return datedOn === null
      ? null
      : {
          from: datedOn,
          until: datedOn,
          precision: "day",
          isEnd: false,
          yearWords: null,
          isIssue: true,
        };
  const missing = [/季度/.exec(closing)?.[0], /[日号]$/.exec(closing)?.[0], "月", "年"];
  const whole = [
    words,
    ...missing.filter((each) => each !== undefined).map((each) => words + each),
  ];
  for (const each of whole) {
    const read = readPoint(each, inYear);
    if (read) return read;
  }
  return null;
}

function closingOf(words: string, start: Opening): Point | null {
  const inYear = yearOf(start.from);
  const bare = { from: start.from, isEnd: true, yearWords: null };
  if (words === "底" && start.precision === "month")
    return { ...bare, until: monthEnd(start.from), precision: "month" };
  if (/^年?底$/.test(words)) return { ...bare, until: yearEnd(start.from), precision: "year" };
  if (new RegExp(`^${day}$`).test(words))
    return readPoint(`${start.from.slice(5, 7).replace(/^0/, "")}月${words}`, inYear);
  const read = readPoint(words, inYear);
  if (!read || read.yearWords !== null || read.until >= start.from) return read;
  return readPoint(words, inYear + 1);
}

/** 集中免疫（3月21日至4月30日）。: from a day to a day, or at the head of all, behind the heading of what is done then. */
function headsWork({ index, input, 0: words }: RegExpExecArray): boolean {
  return (
    (/日/.test(words) || /^[^。\n]*$/.test(input.slice(0, index))) &&
    /^\)[。:\n]/.test(input.slice(index + words.length)) &&
    /(?:^|[。\n)、.])[\u4e00-\u9fa5]{2,12}(?<!计划|规划|方案|节|会|周|假)\($/.test(
      justBefore(input, index),
    )
  );
}

/** In running text a range is a time where it opens or closes a clause, or stands in the bracket of a stage (自查阶段（3月至4月）). */
function isPeriodOfWork(match: RegExpExecArray, { text }: Scene): boolean {
  const from = match.index;
  const end = from + match[0].length;
  const isBracketed = /\($/.test(justBefore(text, from)) && /^\)/.test(text.slice(end));
  if (isBracketed) return namesStage(text.slice(Math.max(0, from - 24), from)) || headsWork(match);
  if (isAdverb(text, from, end)) return true;
  return match.groups?.until !== undefined || /^(?:期间|为|是|,|。|;|$)/.test(text.slice(end));
}
