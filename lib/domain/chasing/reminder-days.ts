import { addDays, type Day, daysBetween } from "@/lib/domain/calendar/days";
import {
  addWorkdays,
  isWorkday,
  type WorkCalendar,
  workdaysBetween,
} from "@/lib/domain/calendar/work-days";
import type { ObligationType, ReminderRule } from "./reminder-policy";

/** One time that a rule comes round: `index` counts its repetitions, and rule and index together name it in the log. */
export type Occurrence = { rule: string; index: number; day: Day; isLate: boolean };

type Dated = { type: ObligationType; since: Day; dueOn: Day };

/**
 * The last time by `today` that an obligation was to be reminded of; null when the first is still to come. What came before
 * it is passed over: after a pause people hear once.
 */
export function latestOccurrence(
  rules: readonly ReminderRule[],
  obligation: Dated,
  today: Day,
  calendar: WorkCalendar,
): Occurrence | null {
  return latestOf(rules.flatMap((rule) => lastOccurrence(rule, obligation, today, calendar) ?? []));
}

/** The latest of several; null of none. */
export function latestOf<Each extends Occurrence>(occurrences: readonly Each[]): Each | null {
  return occurrences.reduce<Each | null>(
    (latest, each) => (isLater(each, latest) ? each : latest),
    null,
  );
}

/** Of two on one day that after the due day counts; which of two equal ones is all the same, if it is always the same. */
function isLater(each: Occurrence, latest: Occurrence | null): boolean {
  if (latest === null || each.day > latest.day) return true;
  return each.day === latest.day && each.isLate && !latest.isLate;
}

/** The last time by `today` that one rule came round; null before that, of another obligation, and while it is off. */
export function lastOccurrence(
  rule: ReminderRule,
  obligation: Dated,
  today: Day,
  calendar: WorkCalendar,
): Occurrence | null {
  if (rule.isOn === false || rule.obligation !== obligation.type) return null;
  const find = rule.when === "before" ? latestBefore : latestAfter;
  const found = find(rule, obligation, today, calendar);
  if (!found) return null;
  const { when, workdays, every, counts } = rule;
  const name = `${when}:${workdays}${every ? `+${every}` : ""}${counts === "days" ? "d" : ""}`;
  return { ...found, rule: name, isLate: when === "after" };
}

/** The first day on which a rule reminds of what falls due on `dueOn`. */
export function firstDayOf(
  { when, workdays, counts }: ReminderRule,
  dueOn: Day,
  calendar: WorkCalendar,
): Day {
  return when === "before"
    ? dayBefore(dueOn, workdays, counts, calendar)
    : dayAfter(dueOn, workdays, counts, calendar);
}

/** A rule before the due day whose day passed before the obligation began has nothing to remind of. */
function latestBefore(
  { workdays, every, counts }: ReminderRule,
  { dueOn, since }: Dated,
  today: Day,
  calendar: WorkCalendar,
) {
  let latest: { index: number; day: Day } | null = null;
  const step = every ?? workdays + 1;
  for (let index = 0; workdays - index * step >= 0; index += 1) {
    const day = dayBefore(dueOn, workdays - index * step, counts, calendar);
    if (day > today) break;
    if (day >= since) latest = { index, day };
  }
  return latest;
}

function latestAfter(
  { workdays, every, counts }: ReminderRule,
  { dueOn }: Dated,
  today: Day,
  calendar: WorkCalendar,
) {
  const late =
    counts === "days" ? daysBetween(dueOn, today) : workdaysBetween(dueOn, today, calendar);
  if (today < dueOn || late < workdays) return null;
  const index = every ? Math.floor((late - workdays) / every) : 0;
  return { index, day: dayAfter(dueOn, workdays + index * (every ?? 0), counts, calendar) };
}

type Counts = ReminderRule["counts"];

function dayAfter(day: Day, count: number, counts: Counts, calendar: WorkCalendar): Day {
  return counts === "days" ? addDays(day, count) : addWorkdays(day, count, calendar);
}

/** The n-th day before `day`, of the days that count; 0 gives `day` back. */
function dayBefore(day: Day, count: number, counts: Counts, calendar: WorkCalendar): Day {
  if (counts === "days") return addDays(day, -count);
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, -1);
    if (isWorkday(reached, calendar)) left -= 1;
  }
  return reached;
}
