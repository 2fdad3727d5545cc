import type { Day } from "@/lib/domain/calendar/days";
import type { DueMoveCause } from "@/lib/domain/calendar/deadlines";
import type { EscalationLevel } from "@/lib/domain/chasing/reminder-policy";
import type { Disclosure, DisclosureGround } from "@/lib/domain/disclosure";
import type { Change } from "@/lib/domain/documents/corrections";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { ErasureCause, LetterKind } from "@/lib/domain/letters/letters";
import type { Reviewer } from "@/lib/domain/submissions/submission-kinds";
import type { Assignment, AssignmentField } from "@/lib/domain/tasks/assignment";

/** An assignment as people read it: names beside ids, so that the history outlives a renamed unit. */
export type AssignmentRecord = Assignment & { lead: string | null; cooperating: string[] };

/** The units of a task by name. Older records do not say which cooperate. */
type UnitNames = { lead: string; cooperating?: string[] };

type Person = { id: string; name: string };
type Sent = { kind: SubmissionKind; revision: number; contentHash: string };
/** `onBehalfOf` is whom a deputy stood in for (代签). */
type Decided = Sent & { step: number; by: Reviewer; onBehalfOf: Person | null };
type File = { kind: SubmissionKind; name: string; sha256: string };
/** `of` is the title of what is corrected. */
type Correction = { of: string; changes: Change[]; reason: string };
type Delegation = { principal: Person; deputy: Person; startsOn: Day; endsOn: Day };

/** Why an open submission came to nothing: its task closed, went to another unit, was sent back, received after all, or its letter was erased. */
export type VoidCause = "task_closed" | "lead_changed" | "sent_back" | "received" | "letter_erased";

/**
 * A person's words about a submission as the history keeps them: null about an answer to a citizen, whose letter they may
 * quote, because the history is never erased.
 */
export function recordedWords(kind: SubmissionKind, words: string): string | null {
  return kind === "answer" ? null : words;
}

/** The name of a file in the history: of one attached to an answer only its ending, for the same reason. */
export function recordedName(kind: SubmissionKind, name: string): string {
  return kind === "answer" ? name.slice(name.lastIndexOf(".")) : name;
}

/** Everything the history (操作留痕) can say. Each type has its sentence under `history` in `messages/*.json`. */
export type AuditEvent =
  | { type: "task.registered"; after: { code: string; document: string } }
  | {
      type: "task.assigned";
      before: AssignmentRecord;
      after: AssignmentRecord;
      changed: AssignmentField[];
    }
  | { type: "task.received" }
  | {
      type: "task.split";
      parent: string;
      after: { code: string; title: string; lead: string; dueOn: Day | null };
    }
  | {
      type: "task.sent_back";
      before: { lead: string };
      after: { proposedLead: string | null };
      reason: string;
    }
  | { type: "task.lead_changed"; before: UnitNames; after: UnitNames; reason: string }
  | { type: "task.scope_changed"; before: { scope: string | null }; after: { scope: string } }
  | {
      type: "task.due_moved";
      cause: DueMoveCause;
      before: { dueOn: Day };
      after: { dueOn: Day };
      days: number;
      reason: string;
    }
  | { type: "task.suspended"; reason: string }
  | { type: "task.resumed"; days: number }
  | { type: "task.cancelled"; reason: string }
  | { type: "task.exempted"; reason: string }
  | { type: "task.completed"; before: { completedOn: null }; after: { completedOn: Day } }
  | { type: "task.struck_off"; note: string }
  | { type: "task.reopened"; reason: string; after: { dueOn: Day | null } }
  | { type: "submission.drafted"; kind: SubmissionKind }
  | ({ type: "submission.submitted"; percent: number | null } & Sent)
  | { type: "submission.withdrawn"; kind: SubmissionKind }
  | { type: "submission.discarded"; kind: SubmissionKind }
  | { type: "submission.voided"; kind: SubmissionKind; cause: VoidCause }
  | ({ type: "submission.approved"; final: boolean } & Decided)
  | ({ type: "submission.returned"; reason: string | null } & Decided)
  | ({ type: "submission.rejected"; reason: string | null } & Decided)
  | ({ type: "evidence.attached" } & File)
  | ({ type: "evidence.removed" } & File)
  | {
      type: "report.published";
      before: { percent: number | null };
      after: { percent: number | null };
      awaitsRelease?: true;
    }
  | {
      type: "submission.released";
      kind: SubmissionKind;
      disclosure: Disclosure;
      ground: DisclosureGround | null;
      basis: string | null;
    }
  | { type: "submission.unpublished"; kind: SubmissionKind; reason: string | null }
  | { type: "letter.received"; letterKind: LetterKind; dueOn: Day }
  | { type: "letter.erased"; cause: ErasureCause; reason: string | null }
  | { type: "comment.posted"; mentioned: Person[] }
  | { type: "chase.sent"; message: string }
  | { type: "chase.answered"; answer: string }
  | { type: "escalation.raised"; obligation: string; level: EscalationLevel; workdaysLate: number }
  | { type: "escalation.acknowledged"; obligation: string; level: EscalationLevel; note: string }
  | { type: "notice.issued"; light: "yellow" | "red"; reason: string }
  | { type: "notice.lifted"; light: "yellow" | "red" }
  | ({ type: "delegation.granted"; reason: string } & Delegation)
  | ({ type: "delegation.ended" } & Delegation)
  | { type: "plan.configured"; plan: string; before: object; after: object; changed: string[] }
  | { type: "registration.drafted"; title: string; adds: boolean }
  | { type: "registration.saved"; title: string; tasks: number }
  | { type: "registration.proposed"; title: string; tasks: number }
  | { type: "registration.returned"; title: string; reason: string }
  | { type: "registration.confirmed"; title: string; codes: string[] }
  | { type: "registration.published"; title: string; codes: string[] }
  | { type: "registration.removed"; title: string }
  | { type: "plan.ended"; plan: string; note: string }
  | { type: "plan.archived"; plan: string; note: string }
  | ({ type: "correction.proposed" } & Correction)
  | ({ type: "correction.confirmed" } & Correction)
  | ({ type: "correction.declined" } & Correction)
  | { type: "account.updated"; changed: string[] }
  | { type: "clock.advanced"; days: number }
  | { type: "session.started" }
  | { type: "session.ended" }
  | { type: "session.others_ended"; count: number }
  | { type: "session.refused"; username: string; locked: boolean }
  /** Failures that were only counted since then; null where no account bears the names. */
  | { type: "session.refusals_counted"; username: string | null; times: number; since: string };

export type AuditEventType = AuditEvent["type"];

const everyType: Record<AuditEventType, true> = {
  "task.registered": true,
  "task.assigned": true,
  "task.received": true,
  "task.split": true,
  "task.sent_back": true,
  "task.lead_changed": true,
  "task.scope_changed": true,
  "task.due_moved": true,
  "task.suspended": true,
  "task.resumed": true,
  "task.cancelled": true,
  "task.exempted": true,
  "task.completed": true,
  "task.struck_off": true,
  "task.reopened": true,
  "submission.drafted": true,
  "submission.submitted": true,
  "submission.withdrawn": true,
  "submission.discarded": true,
  "submission.voided": true,
  "submission.approved": true,
  "submission.returned": true,
  "submission.rejected": true,
  "submission.released": true,
  "submission.unpublished": true,
  "evidence.attached": true,
  "evidence.removed": true,
  "report.published": true,
  "letter.received": true,
  "letter.erased": true,
  "comment.posted": true,
  "chase.sent": true,
  "chase.answered": true,
  "escalation.raised": true,
  "escalation.acknowledged": true,
  "notice.issued": true,
  "notice.lifted": true,
  "delegation.granted": true,
  "delegation.ended": true,
  "plan.configured": true,
  "registration.drafted": true,
  "registration.saved": true,
  "registration.proposed": true,
  "registration.returned": true,
  "registration.confirmed": true,
  "registration.published": true,
  "registration.removed": true,
  "plan.ended": true,
  "plan.archived": true,
  "correction.proposed": true,
  "correction.confirmed": true,
  "correction.declined": true,
  "account.updated": true,
  "clock.advanced": true,
  "session.started": true,
  "session.ended": true,
  "session.others_ended": true,
  "session.refused": true,
  "session.refusals_counted": true,
};
export const auditEventTypes = Object.keys(everyType) as AuditEventType[];

/** The key of a type's sentence under `history` in the message catalogs, where a dot would mean nesting. */
export function sentenceKey(type: AuditEventType): string {
  return type.replace(".", "_");
}

/** One entry of the history, as stored: who and when are copied so that they outlive the account. */
export type AuditEntry = {
  at: string;
  actor: { id: string; name: string; role: string; unit: string } | null;
  request: { id: string; ip: string | null };
  subject: { task: string | null; submissionId: string | null };
  event: AuditEvent;
};
export type HistoryEntry = AuditEntry & { id: string };
