import { type Day, daysBetween } from "@/lib/domain/calendar/days";
import { percentOf } from "./percent";

/** Percentage points behind 序时进度 that make a task 欠进度, and far behind. 银川: 10 and 30. */
export type PaceThresholds = { behindPoints: number; farBehindPoints: number };

export type Pace = {
  expected: number;
  actual: number;
  /** Points behind; negative when ahead. */
  gap: number;
  rating: "ahead" | "on" | "behind" | "far_behind";
};

/**
 * 序时进度: the percentage reported against the share of the days from `startedOn` through `dueOn`
 * that have come, today included (an annual task of 2024 at 1 July → 50). Null when there is no start, no
 * date or no reported percentage. Ahead means by as many points as behind does.
 */
export function paceOf(
  work: { startedOn: Day | null; dueOn: Day | null; percent: number | null },
  today: Day,
  thresholds: PaceThresholds,
): Pace | null {
  const { startedOn, dueOn, percent } = work;
  if (startedOn === null || dueOn === null || percent === null) return null;
  const expected = elapsedPercent(startedOn, dueOn, today);
  const gap = expected - percent;
  return { expected, actual: percent, gap, rating: ratingOf(gap, thresholds) };
}

/** What the schedule alone says: the share of the days from `startedOn` through `dueOn` that have come, today included. */
export function elapsedPercent(startedOn: Day, dueOn: Day, today: Day): number {
  if (today >= dueOn) return 100;
  if (today < startedOn) return 0;
  const elapsed = daysBetween(startedOn, today) + 1;
  const total = daysBetween(startedOn, dueOn) + 1;
  return percentOf(elapsed, total);
}

function ratingOf(gap: number, thresholds: PaceThresholds): Pace["rating"] {
  if (gap > thresholds.farBehindPoints) return "far_behind";
  if (gap >= thresholds.behindPoints) return "behind";
  return gap <= -thresholds.behindPoints ? "ahead" : "on";
}
