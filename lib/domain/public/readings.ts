import type { Light } from "@/lib/domain/tasks/lights";

/** What is said of a task from three sides: by its unit, by what was handed in or checked, and by the calendar. */
export type Readings = {
  /** Declared (申报): the last released percentage, and whether it is 办结. */
  percent: number | null;
  /** It is all that has been approved: a number that waits to be released is not held against the schedule. */
  isPercentCurrent: boolean;
  /** Whether anything of its own was approved, and whether anything was released of it. */
  isApproved: boolean;
  isDisclosed: boolean;
  /** How many reports are approved and wait for their release check. */
  waiting: number;
  isCompleted: boolean;
  /** Its clock runs: neither closed nor suspended. */
  isOpen: boolean;
  /** Evidenced (佐证): files behind what was released, and whether somebody verified the completion (核查销号). */
  evidenceCount: number;
  isVerified: boolean;
  /** Scheduled (时间进度): the share of its time that has passed, and the days since its due day. */
  expectedPercent: number | null;
  /** Whether it has a due day: without a share its time has not begun. */
  isDated: boolean;
  /** From how many points behind the schedule the plan calls a task behind. */
  behindPoints: number;
  daysLate: number;
  /** Days that what is done came after the date that was promised first. */
  daysPastPromise: number;
  light: Light;
  /** Days since anything was approved, where that is longer than the plan lets pass. */
  silentDays: number | null;
};

export const readingFlags = [
  "done_without_evidence",
  "done_not_verified",
  "done_by_moved",
  "overdue_open",
  "full_not_closed",
  "behind_schedule",
  "silent",
] as const;
export type ReadingFlag = { flag: (typeof readingFlags)[number]; count: number };

export type Declared = "completed" | "percent" | "waiting" | "withheld" | "no_percent" | "nothing";

/** What can be said of the declared side: a report that nobody may read yet has been made all the same. */
export function declaredOf(readings: Readings): Declared {
  const { percent, isCompleted, isPercentCurrent, isApproved, isDisclosed, waiting } = readings;
  if (isCompleted) return "completed";
  if (percent !== null) return "percent";
  if (waiting > 0) return "waiting";
  if (!isPercentCurrent || (isApproved && !isDisclosed)) return "withheld";
  return isApproved ? "no_percent" : "nothing";
}

/** What the calendar says: a share of its time, that its time has not begun (nobody has received it), or that it has no due day. */
export function scheduledOf({ expectedPercent, isDated }: Readings) {
  if (expectedPercent !== null) return "percent";
  return isDated ? "notBegun" : "noSchedule";
}

/**
 * Where the readings disagree, the weightiest first. 销号 is evidence enough, for somebody else has verified it; what is
 * parked or called off claims nothing; what was done by a date that was moved is late by the first. `count` is the days
 * or percentage points it is about, else 0.
 */
export function flagsOf(readings: Readings): ReadingFlag[] {
  const { percent, isCompleted, isOpen, evidenceCount, isVerified } = readings;
  const { expectedPercent, daysLate, daysPastPromise, light, silentDays } = readings;
  const saysDone = isCompleted || (isOpen && percent === 100);
  const isComparable = expectedPercent !== null && percent !== null && readings.isPercentCurrent;
  const gap = isComparable ? expectedPercent - percent : 0;
  const flags: [boolean, ReadingFlag["flag"], number][] = [
    [saysDone && evidenceCount === 0 && !isVerified, "done_without_evidence", 0],
    [isCompleted && !isVerified, "done_not_verified", 0],
    [isCompleted && daysLate === 0 && daysPastPromise > 0, "done_by_moved", daysPastPromise],
    [isOpen && daysLate > 0, "overdue_open", daysLate],
    [isOpen && percent === 100, "full_not_closed", 0],
    [isOpen && gap >= readings.behindPoints, "behind_schedule", gap],
    [isOpen && light === "green" && silentDays !== null, "silent", silentDays ?? 0],
  ];
  return flags.flatMap(([applies, flag, count]) => (applies ? [{ flag, count }] : []));
}
