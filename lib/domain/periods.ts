import { addDays, type Day, monthEnd, monthOf, weekday } from "./days";
import { addWorkdays, type WorkCalendar } from "./work-days";

/** How often a unit reports on a task; "none" reports when it has something to say. */
export const reportingCycles = [
  "weekly",
  "monthly",
  "bimonthly",
  "quarterly",
  "half_yearly",
  "none",
] as const;
export type ReportingCycle = (typeof reportingCycles)[number];

/** Both days included. */
export type Period = { start: Day; end: Day };

const defaultGraceWorkdays = 5;
const monthsPerPeriod = { monthly: 1, bimonthly: 2, quarterly: 3, half_yearly: 6 } as const;

/** The reporting period a day lies in: Monday to Sunday, or calendar months counted from January. */
export function periodContaining(cycle: ReportingCycle, day: Day): Period | null {
  if (cycle === "none") return null;
  if (cycle === "weekly") {
    const monday = addDays(day, 1 - weekday(day));
    return { start: monday, end: addDays(monday, 6) };
  }
  const months = monthsPerPeriod[cycle];
  const firstMonth = monthOf(day) - ((monthOf(day) - 1) % months);
  return {
    start: firstOfMonth(day, firstMonth),
    end: monthEnd(firstOfMonth(day, firstMonth + months - 1)),
  };
}

export function previousPeriod(cycle: ReportingCycle, period: Period): Period | null {
  return periodContaining(cycle, addDays(period.start, -1));
}

/** The last day to report on a period: its end and some working days of grace (5 unless said). */
export function reportDueOn(
  period: Period,
  calendar: WorkCalendar,
  graceWorkdays = defaultGraceWorkdays,
): Day {
  return addWorkdays(period.end, graceWorkdays, calendar);
}

/**
 * 应报未报: the earliest period since the task was received that is closed, past its report's due
 * day, and not covered by `reportedThrough` (the end of the last period reported on, if any).
 * Null when nothing is owed: also before receipt, and for the cycle "none".
 */
export function periodOwed(task: {
  cycle: ReportingCycle;
  startedOn: Day | null;
  reportedThrough: Day | null;
  today: Day;
  calendar: WorkCalendar;
}): Period | null {
  if (task.startedOn === null) return null;
  const unreportedFrom = task.reportedThrough && addDays(task.reportedThrough, 1);
  const from = unreportedFrom && unreportedFrom > task.startedOn ? unreportedFrom : task.startedOn;
  const period = periodContaining(task.cycle, from);
  return period && reportDueOn(period, task.calendar) < task.today ? period : null;
}

/** A report may be late, or returned long after its period: so many periods back it can still be written. */
const openPeriodCount = 6;

/**
 * The periods a report may be written for, newest first: the current one and the five before it, as
 * far as the task was received by then. For "none": from receipt until today.
 */
export function openPeriods(cycle: ReportingCycle, startedOn: Day, today: Day): Period[] {
  const current = periodContaining(cycle, today);
  if (current === null) return [{ start: startedOn, end: today }];
  const periods = [current];
  while (periods.length < openPeriodCount) {
    const previous = previousPeriod(cycle, periods.at(-1) ?? current);
    if (previous === null || previous.end < startedOn) break;
    periods.push(previous);
  }
  return periods;
}

function firstOfMonth(day: Day, month: number): Day {
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
}
