import type { Day } from "@/lib/domain/calendar/days";
import { type DeadlineBasis, deadlineWithin } from "@/lib/domain/calendar/deadlines";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { OwnerBasis } from "./tasks";

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

/** Refuses a choice that breaks a rule of assignment: exactly one lead, one role a unit, no quiet change of a source date. */
export function assignmentRefusal(
  before: Assignment,
  choice: AssignmentChoice,
  {
    isCollective,
    parentDueOn,
    today,
  }: { isCollective: (departmentId: string) => boolean; parentDueOn: Day | null; today: Day },
): Refusal | null {
  if (choice.leadId === null) return refuse("lead_required", { field: "leadId" });
  if (isCollective(choice.leadId)) return refuse("lead_is_collective", { field: "leadId" });
  if (choice.cooperatingIds.includes(choice.leadId))
    return refuse("lead_cannot_cooperate", { field: "cooperatingIds" });
  if (choice.dueOn === before.dueOn) return null;
  if (before.deadlineBasis === "source") return refuse("deadline_from_source", { field: "dueOn" });
  if (choice.dueOn !== null && choice.dueOn < today)
    return refuse("deadline_past", { field: "dueOn" });
  return choice.dueOn === null ? null : deadlineWithin(choice.dueOn, parentDueOn, "dueOn");
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
