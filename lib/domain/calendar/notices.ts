import { addDays, type Day, daysBetween, weekday, yearOf } from "./days";

// 国务院办公厅关于某年部分节假日安排的通知, as it is pasted.

/** A stretch of days that a notice makes a holiday (放假) or working days (上班), both ends included. */
export type NoticeRow = { kind: "rest" | "work"; name: string; from: Day; to: Day };

/** A day that differs from Monday to Friday, with the holiday it is for. */
export type CalendarException = { day: Day; working: boolean; name: string };

/** What in a pasted notice does not agree with itself or with the year it is entered for. */
export type NoticeProblem =
  | { code: "nothing_read" }
  | { code: "other_year"; year: number }
  | { code: "count_differs"; name: string; said: number; counted: number }
  | { code: "weekday_differs"; day: Day };

const date = "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\(([^)]*)\\))?";
const stretch = `${date}(?:[至到~—-]${date})?`;
const stretchPattern = new RegExp(stretch, "g");
const list = `${stretch}(?:[、,]${stretch})*`;
const restPattern = new RegExp(`(${list})放假`, "g");
const workPattern = new RegExp(`(${list})(?:正常|照常)?上班`, "g");
const ofYearPattern = /(\d{4})年(?:部分节假日|元旦)/;
const itemStart = /\n|(?<![一二三四五六七八九十\p{L}])[一二三四五六七八九十]{1,2}、/u;
const itemPattern = /^(.{1,20}?):(.*放假.*)$/;
const countPattern = /共(\d{1,2})天/;
const weekdays = "一二三四五六日";
const weekdayPattern = /(?:周|星期)([一二三四五六日天])/;

/**
 * Reads the holidays and the 调休 working days out of the text of a year's notice, in the order they stand, with whatever
 * does not agree: another year than asked for, 共3天 that are four, a weekday that the day is not.
 */
export function readNotice(
  text: string,
  year: number,
): { rows: NoticeRow[]; problems: NoticeProblem[] } {
  const plain = text.normalize("NFKC").replace(/[^\S\n]+/g, "");
  const problems: NoticeProblem[] = [];
  const named = ofYearPattern.exec(plain);
  if (named && Number(named[1]) !== year)
    problems.push({ code: "other_year", year: Number(named[1]) });
  const items = plain.split(itemStart).flatMap((item) => readItem(item, year) ?? []);
  const rows = items.flatMap((item) => item.rows);
  if (rows.length === 0) problems.push({ code: "nothing_read" });
  return { rows, problems: [...problems, ...items.flatMap((item) => item.problems)] };
}

function readItem(item: string, year: number) {
  const [, name = "", said = ""] = itemPattern.exec(item.trim()) ?? [];
  if (!name) return null;
  const problems: NoticeProblem[] = [];
  const found = { year, month: 0 };
  const rowsOf = (pattern: RegExp, kind: NoticeRow["kind"]): NoticeRow[] =>
    [...said.matchAll(pattern)].flatMap(([, days = ""]) =>
      [...days.matchAll(stretchPattern)].flatMap(([, ...parts]) => {
        const from = readDay(parts.slice(0, 4), found, problems);
        const to = parts[6] === undefined ? from : readDay(parts.slice(4), found, problems);
        return from !== null && to !== null ? [{ kind, name, from, to }] : [];
      }),
    );
  const rest = rowsOf(restPattern, "rest");
  Object.assign(found, { year, month: 0 });
  const rows = [...rest, ...rowsOf(workPattern, "work")];
  const counted = rest.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
  const count = countPattern.exec(said);
  if (count && Number(count[1]) !== counted)
    problems.push({ code: "count_differs", name, said: Number(count[1]), counted });
  return { rows, problems };
}

/** A day whose year or month is left out is of the year and month named last; null when there is no such day. */
function readDay(
  [year, month, day, beside]: (string | undefined)[],
  found: { year: number; month: number },
  problems: NoticeProblem[],
): Day | null {
  if (year !== undefined) found.year = Number(year);
  if (month !== undefined) found.month = Number(month);
  const read = new Date(Date.UTC(found.year, found.month - 1, Number(day)));
  if (read.getUTCMonth() !== found.month - 1) return null;
  const value = read.toISOString().slice(0, 10);
  const said = weekdayPattern.exec(beside ?? "")?.[1]?.replace("天", "日");
  if (said && weekdays.indexOf(said) + 1 !== weekday(value))
    problems.push({ code: "weekday_differs", day: value });
  return value;
}

/** The days of these rows that differ from Monday to Friday, in order. */
export function exceptionsOf(rows: readonly NoticeRow[]): CalendarException[] {
  const days = new Map<Day, CalendarException>();
  for (const { kind, name, from, to } of rows) {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const working = kind === "work";
      if (working === weekday(day) <= 5) days.delete(day);
      else days.set(day, { day, working, name });
    }
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The rows that a year's stored days make: days that follow on each other, over a weekend too, are one. */
export function rowsOf(exceptions: readonly CalendarException[]): NoticeRow[] {
  const rows: NoticeRow[] = [];
  for (const { day, working, name } of exceptions) {
    const kind = working ? "work" : "rest";
    const last = rows.at(-1);
    if (last && last.kind === kind && last.name === name && isNext(last, day)) last.to = day;
    else rows.push({ kind, name, from: day, to: day });
  }
  return rows;
}

/** A weekend between two days off is off by itself; between two days worked it is not worked. */
function isNext({ kind, to }: NoticeRow, day: Day): boolean {
  for (let next = addDays(to, 1); next < day; next = addDays(next, 1))
    if (kind === "work" || weekday(next) <= 5) return false;
  return true;
}

/** A notice of a year says nothing of other years, but for the last days of the year before (元旦). */
export function isOfNotice(day: Day, year: number): boolean {
  return yearOf(day) === year || (yearOf(day) === year - 1 && day.slice(5) >= "12-15");
}
