import { type Day, daysBetween } from "@/lib/domain/calendar/days";
import type { ListedTask } from "@/lib/domain/public/public-task";
import type { Readings } from "@/lib/domain/public/readings";
import { daysPastPromise } from "@/lib/domain/public/slippage";
import { isClosed } from "@/lib/domain/tasks/tasks";

/** A task from its three sides on a day. What was handed in for its parts is behind it too. */
export function readingsOf(
  { status, completedOn, struckOffOn, approvedOn, updatedOn, deadline, health }: ListedTask,
  asOf: Day,
  staleDays: number,
): Readings {
  const { percent, isPercentCurrent, waiting, expectedPercent } = health;
  const { behindPoints, daysLate, light } = health;
  const quietDays = daysBetween(approvedOn ?? asOf, asOf);
  return {
    ...{ percent, isPercentCurrent, waiting, expectedPercent, behindPoints, daysLate, light },
    isDated: deadline.dueOn !== null,
    daysPastPromise: daysPastPromise({ completedOn, baselineDueOn: deadline.baselineDueOn }),
    isApproved: approvedOn !== null,
    isDisclosed: updatedOn !== null,
    isCompleted: status === "completed",
    isOpen: status !== "suspended" && !isClosed(status),
    isVerified: struckOffOn !== null,
    evidenceCount: health.ofAll.evidenceCount,
    silentDays: quietDays >= staleDays ? quietDays : null,
  };
}
