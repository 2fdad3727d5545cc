import type { AssignmentRecord } from "@/lib/domain/audit/audit-events";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { Department } from "@/lib/domain/people/departments";
import type { Assignment, AssignmentChoice } from "@/lib/domain/tasks/assignment";

/** What the form holds: inputs know no null. */
export type AssignValues = {
  leadId: string;
  cooperatingIds: string[];
  dueOn: string;
  cycle: ReportingCycle;
  reportDay: string;
};

export function assignValuesOf(assignment: Assignment): AssignValues {
  const { leadId, cooperatingIds, dueOn, cycle, reportDay } = assignment;
  return {
    leadId: leadId ?? "",
    cooperatingIds,
    dueOn: dueOn ?? "",
    cycle,
    reportDay: reportDay === null ? "" : String(reportDay),
  };
}

export function choiceOf(values: AssignValues): AssignmentChoice {
  const { leadId, cooperatingIds, dueOn, cycle, reportDay } = values;
  return {
    leadId: leadId || null,
    cooperatingIds,
    dueOn: dueOn || null,
    cycle,
    // Only a month has such a day.
    reportDay: cycle === "monthly" && reportDay ? Number(reportDay) : null,
  };
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
