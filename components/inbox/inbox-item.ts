import type { LetterState } from "@/components/letters/letter-list";
import type { OpenSubmission } from "@/components/submissions/submission-line";
import type { Day } from "@/lib/domain/calendar/days";
import type { Period } from "@/lib/domain/calendar/periods";
import type { EscalationLevel, ObligationType } from "@/lib/domain/chasing/reminder-policy";
import type { LetterKind } from "@/lib/domain/letters/letters";
import type { SubmissionKind } from "@/lib/domain/submissions/submission-kinds";
import type { WorkTask } from "@/lib/domain/tasks/work-task";

export type Chased =
  | { type: "chase"; at: Date; message: string; by: string }
  | {
      type: "escalation";
      at: Date;
      obligation: ObligationType;
      dueOn: Day;
      level: EscalationLevel;
    };

/** One line of an inbox: a task, and what about it waits. */
export type InboxItem = {
  id: string;
  task: WorkTask;
  submission:
    | (OpenSubmission & { version: number; letterId: string | null; onBehalfOf: string | null })
    | null;
  report: { kind: SubmissionKind; period: Period; dueOn: Day; owed: boolean } | null;
  chased: Chased | null;
  /** What waits for its release check (公开审查). */
  release: { id: string; kind: SubmissionKind; workdaysLeft: number } | null;
  /** What a citizen wrote, while nobody has answered it. */
  letter: (LetterState & { id: string; kind: LetterKind; body: string }) | null;
  receiveBy: Day | null;
  /** An objection (异议) to the task is being decided. */
  isContested: boolean;
  sent: { revisionId: string; contentHash: string } | null;
};

const review = ({ submission }: InboxItem) => `/reviews/${submission?.id}`;
const release = ({ release }: InboxItem) => `/releases/${release?.id}`;
const look = ({ task }: InboxItem) => `/work/${task.code}`;
const letter = ({ letter }: InboxItem) => `/work/letters/${letter?.id}`;
const write = ({ task, submission, report }: InboxItem) => {
  if (submission?.letterId) return `/work/letters/${submission.letterId}`;
  const kind = submission?.kind ?? report?.kind;
  const isReport = kind === "progress" || kind === "completion";
  return isReport ? `/reports/${task.code}` : `/requests/${kind}/${task.code}`;
};

/** Where each section's one action leads; to receive a task takes no page. */
export const destinations = {
  releases_late: release,
  to_decide: review,
  to_rule: review,
  to_release: release,
  to_receive: null,
  returned: write,
  chased: look,
  to_answer: letter,
  to_report: write,
  drafts: write,
  to_assign: ({ task }: InboxItem) => `/assignments/${task.code}`,
  waiting_receipt: look,
  to_strike_off: ({ task }: InboxItem) => `/strike-offs/${task.code}`,
  in_review: review,
  letters_late: letter,
  late: look,
};
export type InboxSectionName = keyof typeof destinations;

/** Where there is nothing to do but look. */
export const toWatch: readonly InboxSectionName[] = [
  "waiting_receipt",
  "in_review",
  "letters_late",
  "late",
];
