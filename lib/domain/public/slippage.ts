import { type Day, daysBetween } from "@/lib/domain/calendar/days";
import type { PublicChange } from "./public-changes";

export type DueStep = Extract<PublicChange, { type: "due_moved" }>;

/** What was promised and what has become of it: every move of the due day, oldest first, and the slip from the first. */
export type Slippage = {
  baselineDueOn: Day | null;
  dueOn: Day | null;
  /** Days from the first due day to the present one; negative when it was brought forward. */
  slipDays: number;
  moves: DueStep[];
};

/**
 * By how many days what is done came later than was promised first; 0 when it came in time, is not done or had no date.
 * A due day that was moved may still have been kept.
 */
export function daysPastPromise(facts: {
  completedOn: Day | null;
  baselineDueOn: Day | null;
}): number {
  const { completedOn, baselineDueOn } = facts;
  if (completedOn === null || baselineDueOn === null) return 0;
  return Math.max(0, daysBetween(baselineDueOn, completedOn));
}

/** Reads the slippage of a task from its due days and its public changes. */
export function slippageOf(
  { dueOn, baselineDueOn }: { dueOn: Day | null; baselineDueOn: Day | null },
  changes: readonly PublicChange[],
): Slippage {
  const moves = changes.filter(
    (change): change is DueStep & PublicChange => change.type === "due_moved",
  );
  const slipDays = dueOn && baselineDueOn ? daysBetween(baselineDueOn, dueOn) : 0;
  return { baselineDueOn, dueOn, slipDays, moves: moves.reverse() };
}
