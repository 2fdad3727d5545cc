import type { Day } from "./days";
import type { Period } from "./periods";

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
