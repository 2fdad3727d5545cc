import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import { asApproved, type HealthFacts, healthWith } from "@/lib/domain/tasks/health";
import { elapsedPercent } from "@/lib/domain/tasks/pace";
import { rollUpPercents } from "@/lib/domain/tasks/rollup";
import { rollUpUpdates } from "@/lib/domain/tasks/task-tree";
import type { PublicHealth } from "./public-task";

/**
 * How whole trees of tasks stand on a day to everybody, by code: with the same light, reason and lateness as inside, for it is the
 * same work, beside the numbers that are released. 办结 and its number are shown together, once its report has
 * passed the release check; until then the completion is in review.
 */
export function publicHealthOf(
  facts: readonly HealthFacts[],
  calendar: WorkCalendar,
  day: Day,
): Map<string, PublicHealth> {
  const shown = facts.map(asShown);
  const all = rollUpPercents(facts.map(asApproved));
  const said = rollUpPercents(shown.map(asReleased));
  const health = healthWith(shown, all, said, calendar, day);
  const waiting = sumsOf(facts, (fact) => fact.waiting);
  const files = sumsOf(facts, ({ released }) => released.evidenceCount);
  const updates = rollUpUpdates(facts.map(updateOf));
  const never = { updatedOn: null, approvedOn: null, isDemo: false };
  return new Map(
    shown.flatMap((fact) => {
      const { code, approved, released, isCompletionWaiting, behindPoints } = fact;
      const own = health.get(code);
      if (!own) return [];
      const publicHealth = {
        ...own,
        ...{ isCompletionWaiting, behindPoints },
        waiting: waiting.get(code) ?? 0,
        isPercentCurrent: own.percent === all.get(code)?.percent,
        lastPublishedOn: released.lastAt && dayIn(released.lastAt),
        lastApprovedOn: approved.lastAt && dayIn(approved.lastAt),
        isDemo: fact.isDemo || released.anyDemo,
        evidenceCount: released.evidenceCount,
        ofAll: { ...(updates.get(code) ?? never), evidenceCount: files.get(code) ?? 0 },
        expectedPercent: expectedOn(day, fact),
        baselinePercent: expectedOn(day, { ...fact, dueOn: fact.baselineDueOn }),
      };
      return [[code, publicHealth] as const];
    }),
  );
}

/** What each task and all below it come to together, by code. */
function sumsOf(
  facts: readonly HealthFacts[],
  countOf: (fact: HealthFacts) => number,
): Map<string, number> {
  const byCode = new Map(facts.map((fact) => [fact.code, fact]));
  const sums = new Map<string, number>();
  for (const fact of facts) {
    for (let at: HealthFacts | undefined = fact; at; at = byCode.get(at.parentCode ?? ""))
      sums.set(at.code, (sums.get(at.code) ?? 0) + countOf(fact));
  }
  return sums;
}

/** What of a task is released and approved, for `rollUpUpdates`. */
export function updateOf({ code, parentCode, released, approved, isDemo }: HealthFacts) {
  const [updatedOn, approvedOn] = [released.lastAt, approved.lastAt].map((at) => at && dayIn(at));
  return {
    ...{ code, parentCode, updatedOn: updatedOn ?? null, approvedOn: approvedOn ?? null },
    isDemo: isDemo || released.anyDemo,
  };
}

/** By what has been released of it, for `rollUpPercents`. */
export const asReleased = (fact: HealthFacts) => ({ ...fact, percent: fact.released.percent });

/** A completion that nobody has released yet is still in review to everybody: on the day it was sent, as far as lateness goes. */
export function asShown(fact: HealthFacts): HealthFacts {
  const { isCompletionWaiting, completedOn } = fact;
  // Reopened meanwhile, it is under way to everybody anyhow.
  if (!isCompletionWaiting || completedOn === null) return { ...fact, isCompletionWaiting: false };
  const period = { start: completedOn, end: completedOn };
  const reportSent = { kind: "completion", sentOn: completedOn, period } as const;
  return { ...fact, status: "active", completedOn: null, reportSent };
}

/** What the schedule alone says it should have come to (序时进度). */
function expectedOn(day: Day, { windowStart, receivedAt, dueOn }: HealthFacts): number | null {
  const startedOn = windowStart ?? (receivedAt && dayIn(receivedAt));
  return startedOn === null || dueOn === null ? null : elapsedPercent(startedOn, dueOn, day);
}
