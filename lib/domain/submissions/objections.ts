import type { Day } from "@/lib/domain/calendar/days";
import { limitEndsOn } from "@/lib/domain/calendar/time-limits";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import { type Refusal, refuse } from "@/lib/domain/refusals";

export type ObjectionFacts = {
  assignedAt: Date;
  objectionWorkdays: number;
  /** The day it was first sent: one that was sent in time stays in time when it comes back to be mended. */
  firstSentOn: Day | null;
};

/** The last day to object to a task (3 working days unless the plan says otherwise: process.md §1-5a, XZ4). */
export function objectionEndsOn(
  { assignedAt, objectionWorkdays }: Omit<ObjectionFacts, "firstSentOn">,
  calendar: WorkCalendar,
): Day {
  return limitEndsOn(assignedAt, objectionWorkdays, calendar);
}

/** Why an objection (异议) may not be sent, or null: its last day has passed. */
export function objectionRefusal(
  facts: ObjectionFacts,
  today: Day,
  calendar: WorkCalendar,
): Refusal | null {
  const day = objectionEndsOn(facts, calendar);
  return (facts.firstSentOn ?? today) > day ? refuse("objection_late", { params: { day } }) : null;
}
