import type { DeadlineFacts } from "@/components/ui/deadline";
import type { Day } from "@/lib/domain/calendar/days";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { RolledUp } from "./rollup";
import type { OwnerBasis, TaskKind, TaskStatus } from "./tasks";

/** A task as the workspace lists it. */
export type WorkTask = {
  code: string;
  title: string;
  kind: TaskKind;
  status: TaskStatus;
  lead: string | null;
  ownerVerbatim: string | null;
  ownerBasis: OwnerBasis | null;
  deadlineVerbatim: string | null;
  deadlineKind: DeadlineFacts["kind"];
  deadlineBasis: DeadlineFacts["basis"];
  windowStart: Day | null;
  dueOn: Day | null;
  baselineDueOn: Day | null;
  completedOn: Day | null;
  struckOffOn: Day | null;
  splitBy: string | null;
  cycle: ReportingCycle;
  version: number;
  health: RolledUp & {
    lastPublishedOn: Day | null;
    daysLate: number;
    workdaysLeft: number | null;
    isDueToday: boolean;
    isProvisional: boolean;
    restDay: DeadlineFacts["restDay"];
    isDemo: boolean;
  };
};

/** A task with its clause, and the clause's place in its document. */
export type ClauseTask = WorkTask & {
  quote: string;
  sentence: string | null;
  paragraph: number;
  documentSlug: string;
  documentTitle: string;
};

export function clauseOf({ documentSlug, documentTitle, paragraph, ...task }: ClauseTask) {
  return { ...task, place: { paragraph }, document: { slug: documentSlug, title: documentTitle } };
}

export function deadlineOf(task: WorkTask): DeadlineFacts {
  return {
    verbatim: task.deadlineVerbatim,
    kind: task.deadlineKind,
    basis: task.deadlineBasis,
    windowStart: task.windowStart,
    dueOn: task.dueOn,
    baselineDueOn: task.baselineDueOn,
    restDay: task.health.restDay,
  };
}
