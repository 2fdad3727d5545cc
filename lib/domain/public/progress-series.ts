import type { Day } from "@/lib/domain/calendar/days";

/** What was known of a day: the percentage of its page, and what was published or taken back on it. */
export type SeriesDay = {
  day: Day;
  percent: number | null;
  isReported: boolean;
  isTakenBack: boolean;
};

/** `isKept`: a report of the day gave no percentage, so that the last declared one stands. */
export type SeriesPoint = { day: Day; percent: number | null; isKept: boolean };

/**
 * The points of a task's progress over days in order. No day of a report is left out: one without a percentage keeps
 * the last declared, or null before the first. What was taken back is not kept, and a day on which nothing was said
 * and nothing is known tells nothing.
 */
export function seriesOf(days: readonly SeriesDay[]): SeriesPoint[] {
  let last: number | null = null;
  return days.flatMap(({ day, percent, isReported, isTakenBack }): SeriesPoint[] => {
    if (percent !== null || isTakenBack) {
      last = percent;
      return [{ day, percent, isKept: false }];
    }
    return isReported ? [{ day, percent: last, isKept: last !== null }] : [];
  });
}

/** The unbroken runs of points that have a percentage: what was taken back breaks the line. */
export function runsOf(points: readonly SeriesPoint[]): { day: Day; percent: number }[][] {
  const runs: { day: Day; percent: number }[][] = [[]];
  for (const { day, percent } of points) {
    const run = runs.at(-1);
    if (percent !== null) run?.push({ day, percent });
    else if (run && run.length > 0) runs.push([]);
  }
  return runs.filter(({ length }) => length > 0);
}
