import { addDays, type Day } from "@/lib/domain/calendar/days";
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
  return rules
    .filter((rule) => rule.obligation === obligation.type)
    .flatMap((rule) => latestOf(rule, obligation, today, calendar))
    .reduce<Occurrence | null>((latest, each) => (isLater(each, latest) ? each : latest), null);
}

/** Of two on one day that after the due day counts; which of two equal ones is all the same, if it is always the same. */
function isLater(each: Occurrence, latest: Occurrence | null): boolean {
  if (latest === null || each.day > latest.day) return true;
  return each.day === latest.day && each.isLate && !latest.isLate;
}

function latestOf(rule: ReminderRule, obligation: Dated, today: Day, calendar: WorkCalendar) {
  const find = rule.when === "before" ? latestBefore : latestAfter;
  const found = find(rule, obligation, today, calendar);
  if (!found) return [];
  const { when, workdays, every } = rule;
  const name = `${when}:${workdays}${every ? `+${every}` : ""}`;
  return [{ ...found, rule: name, isLate: when === "after" }];
}

/** A rule before the due day whose day passed before the obligation began has nothing to remind of. */
function latestBefore(
  { workdays, every }: ReminderRule,
  { dueOn, since }: Dated,
  today: Day,
  calendar: WorkCalendar,
) {
  let latest: { index: number; day: Day } | null = null;
  const step = every ?? workdays + 1;
  for (let index = 0; workdays - index * step >= 0; index += 1) {
    const day = workdayBefore(dueOn, workdays - index * step, calendar);
    if (day > today) break;
    if (day >= since) latest = { index, day };
  }
  return latest;
}

function latestAfter(
  { workdays, every }: ReminderRule,
  { dueOn }: Dated,
  today: Day,
  calendar: WorkCalendar,
) {
  const late = workdaysBetween(dueOn, today, calendar);
  if (today < dueOn || late < workdays) return null;
  const index = every ? Math.floor((late - workdays) / every) : 0;
  return { index, day: addWorkdays(dueOn, workdays + index * (every ?? 0), calendar) };
}

/** The n-th working day before `day`; 0 gives `day` back. */
function workdayBefore(day: Day, count: number, calendar: WorkCalendar): Day {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, -1);
    if (isWorkday(reached, calendar)) left -= 1;
  }
  return reached;
}
