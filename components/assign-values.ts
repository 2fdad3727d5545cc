import type { Assignment, AssignmentChoice } from "@/lib/domain/assignment";
import type { AssignmentRecord } from "@/lib/domain/audit-events";
import type { ReportingCycle } from "@/lib/domain/periods";

export type Department = { id: string; name: string; isCollective: boolean };

/** What the form holds: inputs know no null. */
export type AssignValues = {
  leadId: string;
  cooperatingIds: string[];
  dueOn: string;
  cycle: ReportingCycle;
};

export function assignValuesOf({ leadId, cooperatingIds, dueOn, cycle }: Assignment): AssignValues {
  return { leadId: leadId ?? "", cooperatingIds, dueOn: dueOn ?? "", cycle };
}

export function choiceOf({ leadId, cooperatingIds, dueOn, cycle }: AssignValues): AssignmentChoice {
  return { leadId: leadId || null, cooperatingIds, dueOn: dueOn || null, cycle };
}

/** An assignment with its units' names, as the preview and the history show it. */
export function withUnitNames(assignment: Assignment, departments: Department[]): AssignmentRecord {
  const name = (wanted: string) => departments.find(({ id }) => id === wanted)?.name ?? wanted;
  return {
    ...assignment,
    lead: assignment.leadId && name(assignment.leadId),
    cooperating: assignment.cooperatingIds.map(name),
  };
}
