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

/** When a monthly report is due: by a day of the month (1–28), or with null after working days of grace (5 unless said). */
export type ReportTiming = { reportDay?: number | null; graceWorkdays?: number };

/** 每月28日前 (盘锦) reports on the month that is ending, 每月5日前 (区系统) on the one that has ended: process.md §5. */
const firstDayWithinPeriod = 16;
const fallsWithin = (reportDay: number) => reportDay >= firstDayWithinPeriod;

/**
 * The last day to report on a period: the report day, in the period's own last month from the 16th on and in the month
 * after it before that; without one, the period's end and the working days of grace.
 */
export function reportDueOn(
  period: Period,
  calendar: WorkCalendar,
  { reportDay = null, graceWorkdays = defaultGraceWorkdays }: ReportTiming = {},
): Day {
  if (reportDay === null) return addWorkdays(period.end, graceWorkdays, calendar);
  if (!fallsWithin(reportDay)) return addDays(period.end, reportDay);
  return `${period.end.slice(0, 8)}${reportDay}`;
}

/**
 * The periods a report may be written for, newest first: the current one and those before it since the task was received,
 * however long ago: what was never reported stays owed. For "none": from receipt until today.
 */
export function openPeriods(cycle: ReportingCycle, startedOn: Day, today: Day): Period[] {
  const current = periodContaining(cycle, today);
  if (current === null) return [{ start: startedOn, end: today }];
  const periods: Period[] = [];
  for (
    let period: Period | null = current;
    period !== null && (periods.length === 0 || period.end >= startedOn);
    period = previousPeriod(cycle, period)
  )
    periods.push(period);
  return periods;
}

/** What a task must be reported on, and the periods that its reports so far speak for. */
export type ReportingDuty = {
  cycle: ReportingCycle;
  /** Counts for the cycle "monthly" only. */
  reportDay: number | null;
  /** The day of 签收; before it nothing is asked for. */
  startedOn: Day | null;
  reported: readonly Period[];
  stops: readonly Stop[];
  today: Day;
  calendar: WorkCalendar;
};

/** A period to report on: from `opensOn` until `dueOn`; `owed` (应报未报) once that day has passed. */
export type PeriodToReport = { period: Period; opensOn: Day; dueOn: Day; owed: boolean };

const windowDays = 7;

/** Whether a report covers the period's last day: one of an earlier, longer or shorter cycle counts too. */
export function isReported({ end }: Period, reported: readonly Period[]): boolean {
  return reported.some((each) => each.start <= end && end <= each.end);
}

/**
 * Every period from `startedOn` until `today` that a report may be asked on, oldest first, whatever has been reported. None for
 * "none".
 */
export function periodsToReport({
  cycle,
  reportDay,
  startedOn,
  today,
  calendar,
}: Pick<ReportingDuty, "cycle" | "reportDay" | "today" | "calendar"> & {
  startedOn: Day;
}): PeriodToReport[] {
  if (cycle === "none") return [];
  const timing = { reportDay: cycle === "monthly" ? reportDay : null };
  return openPeriods(cycle, startedOn, today)
    .reverse()
    .map((period) => {
      const dueOn = reportDueOn(period, calendar, timing);
      const isDueWithin = dueOn < period.end;
      const opensOn = addDays(isDueWithin ? dueOn : period.end, -windowDays);
      return { period, opensOn, dueOn, owed: dueOn < today };
    });
}

/** Not yet reported, oldest first: the current period and those before it. A due day before receipt was somebody else's. */
function unreported(duty: ReportingDuty): PeriodToReport[] {
  const { startedOn, reported, stops } = duty;
  if (startedOn === null) return [];
  return periodsToReport({ ...duty, startedOn }).filter(
    ({ period, dueOn }) =>
      dueOn >= startedOn && !isReported(period, reported) && !isStopped(period, dueOn, stops),
  );
}

/**
 * Every period to write about now, oldest first: not yet reported, and its window has opened, 7 days before the period ends
 * or, with a report day within it, before that day. None before receipt, nor for "none".
 */
export function reportsAsked(duty: ReportingDuty): PeriodToReport[] {
  return unreported(duty).filter(({ opensOn }) => opensOn <= duty.today);
}

/** The first of them, which the next report is for; null while nothing is asked for. */
export function reportToWrite(duty: ReportingDuty): PeriodToReport | null {
  return reportsAsked(duty)[0] ?? null;
}

/** 应报未报: every period whose report is past its due day, oldest first. */
export function missedPeriods(duty: ReportingDuty): PeriodToReport[] {
  return unreported(duty).filter(({ owed }) => owed);
}

/** 应报未报: the earliest period owed, or null. */
export function periodOwed(duty: ReportingDuty): Period | null {
  return missedPeriods(duty)[0]?.period ?? null;
}

function firstOfMonth(day: Day, month: number): Day {
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
}

/** A time for which a task's clock stood still (挂起, or closed until 重新督办): from a day on until the day it ran again. */
export type Stop = { from: Day; until: Day };

/** The stops of a task that runs again on `today`: one more, unless it stopped and runs again on one day. */
export function withStop(stops: readonly Stop[], from: Day | null, today: Day): Stop[] {
  return from === null || from >= today ? [...stops] : [...stops, { from, until: today }];
}

/**
 * Whether a period asks for no report: its report fell due while the clock stood still, or nothing could be done in it.
 * The next report speaks for it.
 */
export function isStopped(period: Period, dueOn: Day, stops: readonly Stop[]): boolean {
  return stops.some(
    ({ from, until }) =>
      (from <= dueOn && dueOn < until) || (from <= period.start && period.end < until),
  );
}
