import type { AuditEvent, AuditEventType } from "@/lib/domain/audit/audit-events";
import type { AnnouncementSentence } from "./announcements";

/** Why what a message asked for needs no more doing: somebody did it, it was taken back, or the task went another way. */
export const settledHow = ["done", "withdrawn", "moved"] as const;
export type Settled = (typeof settledHow)[number];

type Settling = {
  sentences: readonly AnnouncementSentence[];
  how: Settled;
  /**
   * What the messages and the event have in common: the submission, the task, the task and the unit of whoever acted, the 批示, or
   * the account.
   */
  of: "submission" | "task" | "unit" | "instruction" | "account";
};

const decided: Settling = { sentences: ["submission_to_decide"], how: "done", of: "submission" };
const mended: Settling = { sentences: ["submission_returned"], how: "done", of: "submission" };
const entrusted = ["task_assigned", "task_split", "task_lead_changed"] as const;
const closed: Settling = { sentences: [...entrusted, "chase_sent"], how: "moved", of: "task" };
const followedUp: Settling = {
  sentences: ["letter_followed_up", "follow_up_returned"],
  how: "done",
  of: "task",
};
const checked: Settling = { sentences: ["follow_up_to_check"], how: "done", of: "task" };

/**
 * Which messages an event leaves nothing to do of, whoever did it. Of a 催办, a letter and an answer to one, only while the task
 * has no other that waits.
 */
const settlings: { [Type in AuditEventType]?: readonly Settling[] } = {
  "submission.approved": [decided],
  "submission.returned": [decided],
  "submission.rejected": [decided],
  "submission.withdrawn": [{ ...decided, how: "withdrawn" }],
  "submission.voided": [
    {
      sentences: ["submission_to_decide", "submission_returned"],
      how: "moved",
      of: "submission",
    },
  ],
  "submission.submitted": [mended, { sentences: ["letter_received"], how: "done", of: "task" }],
  "submission.discarded": [mended],
  "submission.released": [{ sentences: ["submission_to_release"], how: "done", of: "submission" }],
  "task.assigned": [
    { sentences: ["task_sent_back"], how: "done", of: "task" },
    { sentences: entrusted, how: "moved", of: "task" },
  ],
  "task.received": [{ sentences: entrusted, how: "done", of: "unit" }],
  "task.sent_back": [closed],
  "task.lead_changed": [closed],
  "task.completed": [closed],
  "task.cancelled": [closed],
  "task.exempted": [closed],
  "chase.answered": [{ sentences: ["chase_sent"], how: "done", of: "task" }],
  "letter.erased": [
    {
      sentences: [
        "letter_received",
        "letter_followed_up",
        "follow_up_returned",
        "follow_up_to_check",
      ],
      how: "moved",
      of: "task",
    },
  ],
  "follow_up.answered": [followedUp],
  "follow_up.returned": [checked],
  "follow_up.given_out": [checked],
  "instruction.handled": [{ sentences: ["instruction_written"], how: "done", of: "instruction" }],
  "role.granted": [{ sentences: ["role_to_grant"], how: "done", of: "account" }],
};

/** What this event settles; nothing for most. */
export function settledBy({ type }: Pick<AuditEvent, "type">): readonly Settling[] {
  return settlings[type] ?? [];
}
