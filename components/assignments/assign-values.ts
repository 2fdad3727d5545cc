import type { AssignmentRecord } from "@/lib/domain/audit/audit-events";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { UnitOption } from "@/lib/domain/people/departments";
import type { Assignment, AssignmentChoice } from "@/lib/domain/tasks/assignment";

/** What the form holds: inputs know no null, and units come with their names. */
export type AssignValues = {
  leadId: UnitOption[];
  cooperatingIds: UnitOption[];
  dueOn: string;
  cycle: ReportingCycle;
  reportDay: string;
};

export function assignValuesOf(assignment: Assignment, units: UnitOption[]): AssignValues {
  const { leadId, cooperatingIds, dueOn, cycle, reportDay } = assignment;
  return {
    leadId: units.filter(({ id }) => id === leadId),
    cooperatingIds: cooperatingIds.flatMap((wanted) => units.filter(({ id }) => id === wanted)),
    dueOn: dueOn ?? "",
    cycle,
    reportDay: reportDay === null ? "" : String(reportDay),
  };
}

export function choiceOf(values: AssignValues): AssignmentChoice {
  const { leadId, cooperatingIds, dueOn, cycle, reportDay } = values;
  return {
    leadId: leadId[0]?.id ?? null,
    cooperatingIds: cooperatingIds.map(({ id }) => id),
    dueOn: dueOn || null,
    cycle,
    // Only a month has such a day.
    reportDay: cycle === "monthly" && reportDay ? Number(reportDay) : null,
  };
}

/** An assignment with its units' names, as the preview and the history show it. */
export function withUnitNames(
  assignment: Assignment,
  units: readonly { id: string; name: string }[],
): AssignmentRecord {
  const name = (wanted: string) => units.find(({ id }) => id === wanted)?.name ?? wanted;
  return {
    ...assignment,
    lead: assignment.leadId && name(assignment.leadId),
    cooperating: assignment.cooperatingIds.map(name),
  };
}
