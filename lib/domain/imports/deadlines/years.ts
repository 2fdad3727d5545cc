import { type Day, daysBetween, yearOf } from "@/lib/domain/calendar/days";
import { numberOf } from "@/lib/domain/imports/numerals";
import { backTo } from "./clauses";
import { dayOf, yearNumber } from "./points";

/** A year and the words that it is from: those of the sentence, a heading, the title, the document's own day. */
export type GivenYear = { year: number; anchor: string };

const dated = new RegExp(
  `(?<![较比与同])(?<year>${yearNumber})年(?=(?:的|年)?(?:1[0-2]|[1-9]|十|[一二三四五六七八九])月|年?[底末初]|[上下]半年|第?[一二三四]季度)`,
  "g",
);
const named = new RegExp(`(?<![\\d-])(?<year>${yearNumber})年(?!-|至|到)`, "g");
const several = new RegExp(`${yearNumber}年?(?:-|~|至)${yearNumber}年`);

/** A list of dates may go on behind a semicolon. */
const sentenceEnds = new Set("。!?\n\t");

/** 2018年底前形成的欠款: the date says only what something is. */
const ofSomething = new RegExp(`^${yearNumber}年[^,。;]{0,5}?前[\\u4e00-\\u9fa5]{2,4}的`);

/** The year of the nearest date before it, in its sentence or cell, that says one: 2025年2月3日前…，2月7日前. */
export function yearInSentence(text: string, at: number): GivenYear | null {
  const sentence = backTo(sentenceEnds, text, at);
  const year = [...sentence.matchAll(dated)].findLast(
    ({ index }) => !ofSomething.test(sentence.slice(index)),
  )?.groups?.year;
  return year === undefined ? null : { year: numberOf(year) ?? 0, anchor: "year:sentence" };
}

/** The one year that a heading or title names: 2026年重点任务; null where it names several or a span of years. */
export function yearOfName(name: string): number | null {
  if (several.test(name)) return null;
  const years = new Set(
    [...name.matchAll(named)].map(({ groups }) => numberOf(groups?.year ?? "")),
  );
  const [only] = years;
  return years.size === 1 && only ? only : null;
}

const farPast = 183;

const aloneOnLine = new RegExp(
  `^\\(?(?<year>${yearNumber})年[\\d一二三四五六七八九十]+月[\\d一二三四五六七八九十]+日\\)?$`,
  "gm",
);

/** 2025年4月18日，市长主持召开…: the minutes of a meeting begin with its day. */
const meeting = new RegExp(
  `^(?:本报讯)?(?:[（(][^（()）\\n]{2,20}[）)])?(?<year>${yearNumber})年[\\d一二三四五六七八九十]+月[\\d一二三四五六七八九十]+日[^。\\n]{0,40}(?:召开|主持)`,
  "gm",
);

/** The year of a page that has no day of its own: of a day alone on its line, or of the meeting that it is of; null without. */
export function yearOfPage(text: string): GivenYear | null {
  const years = [...text.matchAll(aloneOnLine), ...text.matchAll(meeting)].map(
    ({ groups }) => numberOf(groups?.year ?? "") ?? 0,
  );
  return years.length === 0 ? null : { year: Math.max(...years), anchor: "year:text" };
}

/** The year that all deadlines name that name one, if several do: it is that of the others in a document without a day. */
export function yearOfDeadlines(
  found: readonly { kind: string; end: Day | null; anchor: string | null }[],
): GivenYear | null {
  const years = found.flatMap(({ kind, end, anchor }) =>
    kind === "date" && end !== null && anchor === null ? yearOf(end) : [],
  );
  const [year] = years;
  if (year === undefined || years.length < 2 || years.some((each) => each !== year)) return null;
  return { year, anchor: "year:text" };
}

/**
 * The year of a date that names none: the document's, or the one its title names for the year it begins or ends in; a month
 * that was over more than half a year before the document is the coming year's.
 */
export function yearOfDocument(
  { titleYear, datedOn }: { titleYear: number | null; datedOn: Day | null },
  month: number,
): GivenYear | null {
  if (datedOn === null)
    return titleYear === null ? null : { year: titleYear, anchor: "year:title" };
  const own = yearOf(datedOn);
  if (titleYear !== null && Math.abs(titleYear - own) === 1 && titleYear > own)
    return { year: titleYear, anchor: "year:title" };
  const isOver = daysBetween(dayOf(own, month, 28), datedOn) > farPast;
  return { year: isOver ? own + 1 : own, anchor: "year:document" };
}

/** The year in the number of a document without a day: 于府办发〔2022〕33号. */
export function yearOfNumber(number: string): GivenYear | null {
  const year = /[(〔[【]((?:19|20)\d\d)[)〕\]】]/.exec(number)?.[1];
  return year === undefined ? null : { year: Number(year), anchor: "year:number" };
}
