import { type Day, daySchema, monthEnd } from "@/lib/domain/calendar/days";
import type { precisions } from "@/lib/domain/imports/candidates";
import { numberOf } from "@/lib/domain/imports/numerals";

// The words that name a point of the calendar (2025年6月底, 第三季度, 年底, 6月上旬), as sources of patterns and as days.

const digit = "[〇○零O一二三四五六七八九]";
export const yearNumber = `(?:(?:19|20)\\d{2}|[一二][九〇○零O]${digit}{2})`;
export const year = `(?:${yearNumber}年度?|(?:今|明|本|当|次|来|下一?)年度?)`;
const monthNumber = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const dayNumber =
  "(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])";
export const month = `${monthNumber}月份?`;
export const day = `${dayNumber}[日号]`;
/** Nothing that makes the number that follows a part of another: 12025年, 十二月. */
const apart = "(?<![\\d.一二三四五六七八九十〇第])";
/** The number of an item may stand right before a year: 2.2025年底前. */
const behindLabel = "(?<=(?:^|[\\n\\t])\\d{1,2}\\.)(?=(?:19|20)\\d\\d年)";
export const fresh = `(?:${apart}|${behindLabel})`;
export const point = [
  `(?:${year}的?)?${month}(?:上中旬|中下旬|上旬|中旬|下旬|底|末|初|中(?!旬)|${day})?`,
  `(?:${year}的?)?(?:第?[一二三四1-4]季度(?:末|底)?|(?<!上[、和及])[上下]半年(?:末|底)?)`,
  `(?:${year}年?|本?年)(?:[底末内]|终(?!端|止|身|点|于|考核结果)|中(?!旬))|(?:${year}的?)?全年`,
  `${year}`,
].join("|");

export type Precision = (typeof precisions)[number];
/** A point or period of the calendar: its first and last day; `isEnd` says that only its end is meant (6月底). */
export type Point = {
  from: Day;
  until: Day;
  precision: Precision;
  isEnd: boolean;
  yearWords: string | null;
};

const parts = new RegExp(
  `^(?:(?<year>${year})的?)?(?:(?<month>${monthNumber})月份?)?` +
    `(?:(?<day>${dayNumber})[日号]|(?<ten>上中旬|中下旬|上旬|中旬|下旬|初|中)|第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年)?` +
    `(?<end>全年|本?年?[底末内终中])?$`,
);

/** The days that the words of a point name, a missing year being `inYear`; null where there is no such day (2月30日). */
export function readPoint(words: string, inYear: number): Point | null {
  const found = parts.exec(words)?.groups;
  if (!found) return null;
  const yearWords = found.year ?? null;
  const y = yearOfWords(yearWords, inYear);
  const isEnd = /[底末内终]$/.test(words);
  const point = (from: Day, until: Day, precision: Precision): Point | null =>
    daySchema.safeParse(from).success && daySchema.safeParse(until).success
      ? { from, until, precision, isEnd, yearWords }
      : null;
  const span = (first: number, last: number, precision: Precision) =>
    point(dayOf(y, first, 1), monthEnd(dayOf(y, last, 1)), precision);
  if (found.month !== undefined) {
    const m = numberOf(found.month) ?? 0;
    if (found.day !== undefined) {
      const d = dayOf(y, m, numberOf(found.day) ?? 0);
      return point(d, d, "day");
    }
    if (found.ten !== undefined) return tenDays(y, m, found.ten, point);
    return span(m, m, "month");
  }
  if (found.ten === "中") return span(1, 6, "half");
  if (found.ten !== undefined || found.day !== undefined) return null;
  if (found.quarter !== undefined) {
    const q = numberOf(found.quarter) ?? 0;
    return span(q * 3 - 2, q * 3, "quarter");
  }
  if (found.half !== undefined)
    return found.half === "上" ? span(1, 6, "half") : span(7, 12, "half");
  if (/年?中$/.test(found.end ?? "")) return span(1, 6, "half");
  return span(1, 12, "year");
}

function yearOfWords(words: string | null, inYear: number): number {
  if (words === null) return inYear;
  if (/^[明次来下]/.test(words)) return inYear + 1;
  return numberOf(words.replace(/年度?$/, "")) ?? inYear;
}

function tenDays<T>(
  y: number,
  m: number,
  ten: string,
  point: (from: Day, until: Day, precision: Precision) => T,
): T {
  const first = dayOf(y, m, 1);
  if (ten === "中") return point(dayOf(y, m, 15), dayOf(y, m, 15), "ten_day");
  if (ten === "上中旬") return point(first, dayOf(y, m, 20), "ten_day");
  if (ten === "中下旬") return point(dayOf(y, m, 11), monthEnd(first), "ten_day");
  if (ten === "中旬") return point(dayOf(y, m, 11), dayOf(y, m, 20), "ten_day");
  if (ten === "下旬") return point(dayOf(y, m, 21), monthEnd(first), "ten_day");
  return point(first, dayOf(y, m, 10), "ten_day");
}

/** A day by its numbers. */
export function dayOf(y: number, m: number, d: number): Day {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(y).padStart(4, "0")}-${two(m)}-${two(d)}`;
}
