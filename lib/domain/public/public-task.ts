import type { Day } from "@/lib/domain/calendar/days";
import type { DeadlineFacts } from "@/lib/domain/calendar/deadlines";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { OwnerBasis, TaskKind, TaskStatus } from "@/lib/domain/tasks/tasks";
import type { TaskHealth } from "@/lib/domain/tasks/work-task";

/** How a task stands in public. */
export type PublicHealth = TaskHealth & {
  /** Files of evidence behind its released reports. */
  evidenceCount: number;
  /** What the schedule alone says it should have come to (序时进度); null without a start or a date. */
  expectedPercent: number | null;
  /** The same by the day that was promised first. */
  baselinePercent: number | null;
  /** From how many points behind the schedule its plan calls it behind. */
  behindPoints: number;
  /** Reports on it or below it that are approved and wait for their release check (公开审查). */
  waiting: number;
  /** One of its own is its completion, which is shown in review until then. */
  isCompletionWaiting: boolean;
  /** The number shown is all that has been approved: only then may it be held against the schedule. */
  isPercentCurrent: boolean;
  /** When a report was last approved, released or not: what the unit is silent since. */
  lastApprovedOn: Day | null;
  /** The same of it and all below it, with when anything was last released and the files of evidence behind what was. */
  ofAll: {
    updatedOn: Day | null;
    approvedOn: Day | null;
    isDemo: boolean;
    evidenceCount: number;
  };
};

/** Everything that may leave of a task. No ids, no people, no drafts. */
export type PublicTask = {
  code: string;
  kind: TaskKind;
  isTracked: boolean;
  /** Of a part whose own wording nobody has released yet, what it is a part of. */
  title: string;
  /** A translation of it, where somebody has supplied one. */
  titleEn: string | null;
  isWordingHidden: boolean;
  quote: string;
  place: { paragraph: number; start: number; end: number };
  /** The page of the document that these words stand on. */
  textPage: number;
  sentence: string | null;
  reference: string | null;
  note: string | null;
  parentCode: string | null;
  parentTitle: string | null;
  parentTitleEn: string | null;
  plan: { slug: string; title: string; titleEn: string | null; shortTitle: string };
  document: { slug: string; title: string };
  status: TaskStatus;
  lead: string | null;
  leadEn: string | null;
  leadCode: string | null;
  cooperating: { code: string; name: string; nameEn: string | null }[];
  ownerVerbatim: string | null;
  ownerBasis: OwnerBasis | null;
  completedOn: Day | null;
  /** When its completion was sent: after it was done, where the reviewer confirmed that. */
  completionSentOn: Day | null;
  struckOffOn: Day | null;
  deadline: DeadlineFacts & { note: string | null };
  cycle: ReportingCycle;
  health: PublicHealth;
};

/**
 * A task as the public pages list it, with its last update or its sub-tasks': when anything was last released, and when
 * anything was last approved.
 */
export type ListedTask = PublicTask & {
  updatedOn: Day | null;
  approvedOn: Day | null;
  isDemo: boolean;
};
