import type { Day } from "@/lib/domain/calendar/days";
import type {
  DeadlineBasis,
  DeadlineFacts,
  DeadlineKind,
  RestDay,
} from "@/lib/domain/calendar/deadlines";
import type { Period, ReportingCycle } from "@/lib/domain/calendar/periods";
import type { NamedPerson } from "./handlers";
import type { Light, LightReason } from "./lights";
import type { RolledUp } from "./rollup";
import type { OwnerBasis, TaskKind, TaskStatus } from "./tasks";

/** How a task stands on a day, from what has been approved. */
export type TaskHealth = RolledUp & {
  /** The task's light by itself, before its sub-tasks are looked at. */
  own: { light: Light; reason: LightReason };
  lastPublishedOn: Day | null;
  daysLate: number;
  workdaysLeft: number | null;
  /** When the completion was sent that is in review. */
  sentOn: Day | null;
  /** When the extension was first sent that is in review. */
  askedOn: Day | null;
  isDueToday: boolean;
  /** The holidays of a year up to the due day are not announced yet: the working days are provisional. */
  isProvisional: boolean;
  /** Set when the due day is a rest day: its name, and the last working day before it. */
  restDay: RestDay | null;
  owed: Period | null;
  isDemo: boolean;
};

/** A task as the workspace knows it. */
export type WorkTask = {
  id: string;
  code: string;
  kind: TaskKind;
  title: string;
  quote: string;
  quoteStart: number;
  quoteEnd: number;
  reference: string | null;
  note: string | null;
  parentCode: string | null;
  parentTitle: string | null;
  parentStatus: TaskStatus | null;
  parentLeadId: string | null;
  parentDueOn: Day | null;
  /** The unit that split it off from its parent. */
  splitBy: string | null;
  scope: string | null;
  planSlug: string;
  planTitle: string;
  planShortTitle: string;
  isPlanOver: boolean;
  documentSlug: string;
  documentTitle: string;
  status: TaskStatus;
  ownerVerbatim: string | null;
  ownerBasis: OwnerBasis | null;
  leadId: string | null;
  leadCode: string | null;
  lead: string | null;
  /** Shown where room is short; null where there is none. */
  leadShortName: string | null;
  cooperating: { id: string; code: string; name: string }[];
  assignedAt: Date | null;
  receivedAt: Date | null;
  completedOn: Day | null;
  completionSentOn: Day | null;
  suspendedOn: Day | null;
  closedOn: Day | null;
  struckOffOn: Day | null;
  deadlineVerbatim: string | null;
  deadlineKind: DeadlineKind;
  deadlineNote: string | null;
  deadlineBasis: DeadlineBasis | null;
  windowStart: Day | null;
  dueOn: Day | null;
  baselineDueOn: Day | null;
  cycle: ReportingCycle;
  reportDay: number | null;
  isDemo: boolean;
  version: number;
  /** Whom the lead unit has named: 承办人 and 分管领导. */
  handler: NamedPerson | null;
  headInCharge: NamedPerson | null;
  health: TaskHealth;
  /** As the rules ask for them. */
  leadDepartmentId: string | null;
  cooperatingIds: string[];
  countersignIds: string[];
  declarerIds: string[];
  writerIds: string[];
};

/** A task with its clause's place in its document. */
export type ClauseTask = WorkTask & {
  paragraph: number;
  textPage: number;
  sentence: string | null;
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
