import { addDays, type Day, daysBetween, weekday, yearOf } from "./days";

/**
 * What the State Council's yearly notices (国务院办公厅关于部分节假日安排的通知) change about Monday
 * to Friday: holidays (`working: false`) and weekend days worked instead, 调休 (`working: true`).
 */
export type WorkCalendar = {
  exceptions: ReadonlyMap<Day, { working: boolean; name: string }>;
  announcedYears: ReadonlySet<number>;
};

export function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  return calendar.exceptions.get(day)?.working ?? isWeekday(day);
}

/**
 * The n-th working day after `day`, which itself is not counted (民法典 §201). 0 gives `day` back.
 * Refuses a count that is negative or not whole.
 */
export function addWorkdays(day: Day, count: number, calendar: WorkCalendar): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count of days: ${count}`);
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkday(reached, calendar)) left -= 1;
  }
  return reached;
}

/** Working days after `from` up to and including `to`; negative when `to` is the earlier one. */
export function workdaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  // 0 - n rather than -n: a weekend that has passed counts 0, not -0.
  if (to < from) return 0 - workdaysBetween(to, from, calendar);
  let count = weekdaysBetween(from, to);
  for (const [day, { working }] of calendar.exceptions) {
    if (day > from && day <= to && working !== isWeekday(day)) count += working ? 1 : -1;
  }
  return count;
}

/** The day itself when it is a working day, else the last one before it. */
export function lastWorkdayOnOrBefore(day: Day, calendar: WorkCalendar): Day {
  let reached = day;
  while (!isWorkday(reached, calendar)) reached = addDays(reached, -1);
  return reached;
}

/** The name of the holiday this day is off for; null on a working day and on an ordinary weekend. */
export function restDayName(day: Day, calendar: WorkCalendar): string | null {
  const exception = calendar.exceptions.get(day);
  return exception && !exception.working ? exception.name : null;
}

/** Whether a count between two days touches a year not announced yet, and so knows only Mon–Fri. */
export function isProvisional(from: Day, to: Day, calendar: WorkCalendar): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!calendar.announcedYears.has(year)) return true;
  }
  return false;
}

function isWeekday(day: Day): boolean {
  return weekday(day) <= 5;
}

function weekdaysBetween(from: Day, to: Day): number {
  const days = daysBetween(from, to);
  const wholeWeeks = Math.floor(days / 7);
  let count = wholeWeeks * 5;
  for (let offset = wholeWeeks * 7 + 1; offset <= days; offset += 1) {
    if (isWeekday(addDays(from, offset))) count += 1;
  }
  return count;
}

/** As much of a calendar as lies between two days: what a page needs of it. */
export function calendarBetween(from: Day, to: Day, calendar: WorkCalendar): WorkCalendar {
  const near = [...calendar.exceptions].filter(([day]) => day >= from && day <= to);
  return { ...calendar, exceptions: new Map(near) };
}
