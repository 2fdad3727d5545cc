import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { daysLate, restDayNotice, workdaysLeft } from "@/lib/domain/calendar/deadlines";
import {
  type Period,
  periodOwed,
  type ReportingCycle,
  type Stop,
} from "@/lib/domain/calendar/periods";
import { isProvisional, type WorkCalendar } from "@/lib/domain/calendar/work-days";
import { type LightThresholds, lightOf } from "./lights";
import { rollUpLights, rollUpPercents } from "./rollup";
import {
  clockStoppedOn,
  completionSentOn,
  type ReportSent,
  type TaskKind,
  type TaskStatus,
} from "./tasks";
import type { TaskHealth } from "./work-task";

/** What its reports say of a task: the last percentage declared, when the last of them came out, whether a demo account wrote one. */
export type Said = { percent: number | null; lastAt: Date | null; anyDemo: boolean };

/** Everything that the health of a task rests on, of itself, as it stood at a moment. */
export type HealthFacts = LightThresholds & {
  code: string;
  parentCode: string | null;
  splitById: string | null;
  kind: TaskKind;
  status: TaskStatus;
  receivedAt: Date | null;
  completedOn: Day | null;
  reportSent: ReportSent | null;
  /** When the extension that is in review was first sent. */
  extensionAskedOn: Day | null;
  suspendedOn: Day | null;
  closedOn: Day | null;
  windowStart: Day | null;
  dueOn: Day | null;
  /** The first due day. */
  baselineDueOn: Day | null;
  stops: Stop[];
  cycle: ReportingCycle;
  reportDay: number | null;
  isDemo: boolean;
  /** By its approved reports, and the periods that they speak for. */
  approved: Said;
  reported: Period[];
  /** By those of them that everybody may read, and the files of evidence behind these. */
  released: Said & { evidenceCount: number };
  /** Approved reports that wait for their release check (公开审查). */
  waiting: number;
  /** One of them is its completion. */
  isCompletionWaiting: boolean;
};

/**
 * How whole trees of tasks stand on a day (Asia/Shanghai), by code, from all that has been approved. A task whose parent is
 * not among them is a root.
 */
export function healthOf(
  facts: readonly HealthFacts[],
  calendar: WorkCalendar,
  day: Day,
): Map<string, TaskHealth> {
  const percents = rollUpPercents(facts.map(asApproved));
  return healthWith(facts, percents, percents, calendar, day);
}

/** By what has been approved of it, for `rollUpPercents`. */
export const asApproved = (fact: HealthFacts) => ({ ...fact, percent: fact.approved.percent });

type Percents = ReturnType<typeof rollUpPercents>;

/** `healthOf` with two sets of percentages: `held` is what the schedule is held against, `shown` what is said. */
export function healthWith(
  facts: readonly HealthFacts[],
  held: Percents,
  shown: Percents,
  calendar: WorkCalendar,
  day: Day,
): Map<string, TaskHealth> {
  const own = facts.map((fact) => ({
    ...fact,
    ...ownHealth(fact, held.get(fact.code)?.percent ?? null, calendar, day),
  }));
  const lights = rollUpLights(own);
  return new Map(
    own.flatMap(({ code, health, light, reason }) => {
      const [percent, rolled] = [shown.get(code), lights.get(code)];
      return percent && rolled
        ? [[code, { ...health, ...percent, ...rolled, own: { light, reason } }] as const]
        : [];
    }),
  );
}

/**
 * A task's light by itself on a day, and the period that it owes a report for; `percent` is what the schedule is held against. While
 * nothing happens to a task, what is true of it on a day stays true or gets worse with the days.
 */
export function ownLight(
  fact: HealthFacts,
  percent: number | null,
  calendar: WorkCalendar,
  day: Day,
) {
  const startedOn = fact.receivedAt && dayIn(fact.receivedAt);
  const { cycle, reportDay, stops, reportSent, completedOn } = fact;
  const reported = reportSent ? [...fact.reported, reportSent.period] : fact.reported;
  const duty = { cycle, reportDay, startedOn, reported, stops, today: day, calendar };
  const owed = fact.status === "active" ? periodOwed(duty) : null;
  const lit = { ...fact, ...dueOf(fact), completedOn, startedOn, percent };
  return { ...lightOf({ ...lit, reportOwed: owed !== null }, day, fact), owed };
}

function ownHealth(fact: HealthFacts, percent: number | null, calendar: WorkCalendar, day: Day) {
  const due = dueOf(fact);
  const { dueOn, completedOn, sentOn, askedOn } = due;
  const { light, reason, owed } = ownLight(fact, percent, calendar, day);
  const { approved } = fact;
  const health = {
    lastPublishedOn: approved.lastAt && dayIn(approved.lastAt),
    daysLate: daysLate(due, day),
    workdaysLeft: workdaysLeft(due, day, calendar),
    restDay: dueOn === null ? null : restDayNotice(dueOn, calendar),
    isProvisional: dueOn !== null && isProvisional(day, dueOn, calendar),
    isDueToday: dueOn === day && completedOn === null && sentOn === null,
    isDemo: fact.isDemo || approved.anyDemo,
    ...{ sentOn, askedOn, owed },
  };
  return { light, reason, health };
}

/** Its due day, and the day its clock stopped, or stands still while others decide. */
function dueOf(fact: HealthFacts) {
  const { dueOn, reportSent, extensionAskedOn: askedOn } = fact;
  return {
    dueOn,
    completedOn: clockStoppedOn(fact),
    sentOn: completionSentOn(reportSent),
    askedOn,
  };
}
