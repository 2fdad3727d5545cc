import type { Day } from "@/lib/domain/calendar/days";
import { boundOn, type DeadlineBasis, deadlineWithin } from "@/lib/domain/calendar/deadlines";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { isClosed, type OwnerBasis, type TaskStatus } from "./tasks";

/** What an admin decides about a task. Departments by id; names travel beside them for people to read. */
export type Assignment = {
  leadId: string | null;
  cooperatingIds: string[];
  ownerBasis: OwnerBasis | null;
  dueOn: Day | null;
  deadlineBasis: DeadlineBasis | null;
  cycle: ReportingCycle;
  reportDay: number | null;
};

export type AssignmentChoice = Pick<
  Assignment,
  "leadId" | "cooperatingIds" | "dueOn" | "cycle" | "reportDay"
>;

export const assignmentFields = ["lead", "ownerBasis", "cooperating", "dueOn", "cycle"] as const;
export type AssignmentField = (typeof assignmentFields)[number];

/**
 * Applies an admin's choice. A date that the document states stays as it is; any other date is `assigned`
 * (暂定，非文件载明). Naming a lead confirms the owner, unless the document itself names that unit.
 */
export function applyAssignment(before: Assignment, choice: AssignmentChoice): Assignment {
  const named = before.ownerBasis === "source" && before.leadId === choice.leadId;
  return {
    ...choice,
    ownerBasis: named ? "source" : "confirmed",
    deadlineBasis: choice.dueOn === null ? null : (before.deadlineBasis ?? "assigned"),
  };
}

/** What a batch asks of each of its tasks; null leaves that as it stands. */
export type BatchChange = {
  leadId: string | null;
  dueOn: Day | null;
  cycle: ReportingCycle | null;
};

/**
 * The choice for one task of a batch: what stands there, which is how a proposal is confirmed, but for what is asked. Who leads
 * cooperates no more.
 */
export function choiceInBatch(before: Assignment, change: BatchChange): AssignmentChoice {
  const cycle = change.cycle ?? before.cycle;
  const leadId = change.leadId ?? before.leadId;
  return {
    leadId,
    cooperatingIds: before.cooperatingIds.filter((id) => id !== leadId),
    dueOn: change.dueOn ?? before.dueOn,
    cycle,
    // Only a month has such a day.
    reportDay: cycle === "monthly" ? before.reportDay : null,
  };
}

/**
 * The units whose part ends with an assignment, and the new lead where it cooperated, be it that it was proposed as the lead by then:
 * what they were writing is nobody's. Each is named once.
 */
export function unitsRelieved(
  before: Pick<Assignment, "leadId" | "cooperatingIds">,
  after: Pick<Assignment, "leadId" | "cooperatingIds">,
): string[] {
  const led = before.leadId === null || before.leadId === after.leadId ? [] : [before.leadId];
  const helped = before.cooperatingIds.filter((id) => !after.cooperatingIds.includes(id));
  return [...new Set([...led, ...helped])];
}

/** A part of a task, as far as an assignment of the whole is about it. */
export type PartDay = { code: string; dueOn: Day | null; status: TaskStatus };

/** The open parts that would be due after a new day of the whole. */
export function partsLater(dueOn: Day, parts: readonly PartDay[]): PartDay[] {
  return parts.filter(
    (part) => part.dueOn !== null && part.dueOn > dueOn && !isClosed(part.status),
  );
}

type Facts = {
  isCollective: (departmentId: string) => boolean;
  parentDueOn: Day | null;
  parts?: readonly PartDay[];
  today: Day;
};

/**
 * Refuses a choice that breaks a rule of assignment: exactly one lead, one role a unit, no quiet change of a source date,
 * a new day from today, within the parent's unless that has passed, and before none of its own parts, of which all in hand have
 * one; under a dated task a day there must be.
 */
export function assignmentRefusal(
  before: Assignment,
  choice: AssignmentChoice,
  { isCollective, parentDueOn, parts = [], today }: Facts,
): Refusal | null {
  if (choice.leadId === null) return refuse("lead_required", { field: "leadId" });
  if (isCollective(choice.leadId)) return refuse("lead_is_collective", { field: "leadId" });
  if (choice.cooperatingIds.includes(choice.leadId))
    return refuse("lead_cannot_cooperate", { field: "cooperatingIds" });
  if (choice.dueOn === null && parentDueOn !== null)
    return refuse("deadline_required", { field: "dueOn" });
  if (choice.dueOn === before.dueOn) return null;
  if (before.deadlineBasis === "source") return refuse("deadline_from_source", { field: "dueOn" });
  if (choice.dueOn === null) return null;
  if (choice.dueOn < today) return refuse("deadline_past", { field: "dueOn" });
  const within = deadlineWithin(choice.dueOn, boundOn(parentDueOn, today), "dueOn");
  return within ?? partsRefusal(choice.dueOn, parts);
}

/** The parts somebody has in hand that would have no day below a new day of the whole. */
export function partsUndated(parts: readonly PartDay[]): PartDay[] {
  return parts.filter(
    ({ dueOn, status }) => dueOn === null && status !== "unassigned" && !isClosed(status),
  );
}

/** `parts_later` names the first of the parts and the last of their days, which would do. */
function partsRefusal(dueOn: Day, parts: readonly PartDay[]): Refusal | null {
  const [undated] = partsUndated(parts);
  if (undated) return refuse("parts_undated", { field: "dueOn", params: { code: undated.code } });
  const later = partsLater(dueOn, parts);
  const [first] = later;
  if (!first) return null;
  const day =
    later
      .flatMap(({ dueOn }) => dueOn ?? [])
      .sort()
      .at(-1) ?? "";
  return refuse("parts_later", {
    field: "dueOn",
    params: { code: first.code, count: later.length, day },
  });
}

/** The fields that differ, in the order a person reads them: the preview, the history and the diff all ask this. */
export function assignmentChanges(before: Assignment, after: Assignment): AssignmentField[] {
  const same: Record<AssignmentField, boolean> = {
    lead: before.leadId === after.leadId,
    ownerBasis: before.ownerBasis === after.ownerBasis,
    cooperating:
      [...before.cooperatingIds].sort().join() === [...after.cooperatingIds].sort().join(),
    dueOn: before.dueOn === after.dueOn && before.deadlineBasis === after.deadlineBasis,
    cycle: before.cycle === after.cycle && before.reportDay === after.reportDay,
  };
  return assignmentFields.filter((field) => !same[field]);
}
