import type { SubmissionKind } from "@/lib/domain/kinds";
import type { SubmissionStatus } from "@/lib/domain/submissions/submissions";
import { type Assignment, type PartDay, unitsRelieved } from "@/lib/domain/tasks/assignment";
import { isClosed, type TaskStatus } from "@/lib/domain/tasks/tasks";

/** What a unit is writing on a task, or has in review. */
export type OpenWork = {
  id: string;
  kind: SubmissionKind;
  status: SubmissionStatus;
  departmentId: string;
  unit: string;
};

/** What else an assignment moves, beside the fields it changes. */
export type MovedBy = {
  /** Comes to nothing: its unit leads or cooperates no more. */
  voided: OpenWork[];
  joining: string[];
  leaving: string[];
  /** The lead unit's time to receive it begins anew. */
  restartsReceipt: boolean;
  /** This first day stays on record as the baseline (原定时限), whatever comes. */
  setsBaseline: boolean;
  /** How many open parts stay as they are, each due by the new day. */
  partsKept: number;
};

/** What an assignment moves, told before it is saved: the mutation does just this. Units by id. */
export function movedBy(
  before: Assignment & { status: TaskStatus; baselineDueOn: string | null },
  after: Assignment,
  { parts, work }: { parts: readonly PartDay[]; work: readonly OpenWork[] },
): MovedBy {
  const relieved = unitsRelieved(before, after);
  const [were, are] = [new Set(before.cooperatingIds), new Set(after.cooperatingIds)];
  return {
    voided: work.filter(({ departmentId }) => relieved.includes(departmentId)),
    joining: after.cooperatingIds.filter((id) => !were.has(id)),
    leaving: before.cooperatingIds.filter((id) => !are.has(id)),
    restartsReceipt: before.status === "assigned",
    setsBaseline: before.baselineDueOn === null && after.dueOn !== null,
    partsKept: parts.filter(({ status }) => !isClosed(status)).length,
  };
}
