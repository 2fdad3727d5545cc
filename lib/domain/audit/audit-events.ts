import type { Day } from "@/lib/domain/calendar/days";
import type { DueMoveCause } from "@/lib/domain/calendar/deadlines";
import type { CalendarException } from "@/lib/domain/calendar/notices";
import type { EscalationLevel } from "@/lib/domain/chasing/reminder-policy";
import type { Disclosure, DisclosureGround } from "@/lib/domain/disclosure";
import type { Addressee, InstructionOutcome } from "@/lib/domain/instructions";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { ErasureCause, LetterKind } from "@/lib/domain/letters/letters";
import type { Reviewer } from "@/lib/domain/submissions/submission-kinds";
import type { RetentionKind } from "@/lib/domain/system";
import type { Assignment, AssignmentField } from "@/lib/domain/tasks/assignment";
import type { HandlerPost } from "@/lib/domain/tasks/handlers";
import type { AccountEvent, RoleEvent } from "./account-events";
import type { ImportEvent } from "./import-events";
import type { RegistrationEvent, SheetEvent } from "./registration-events";
import type { UnitEvent } from "./unit-events";

/** An assignment as people read it: names beside ids, so that the history outlives a renamed unit. */
export type AssignmentRecord = Assignment & { lead: string | null; cooperating: string[] };

/** The units of a task by name. Older records do not say which cooperate. */
type UnitNames = { lead: string; cooperating?: string[] };

type Person = { id: string; name: string };
type Sent = { kind: SubmissionKind; revision: number; contentHash: string };
/** `onBehalfOf` is whom a deputy stood in for (代签). */
type Decided = Sent & { step: number; by: Reviewer; onBehalfOf: Person | null };
/** `isVerification` is of what a supervisor found when they verified a completion (核查). */
type File = { kind: SubmissionKind; name: string; sha256: string; isVerification?: true };
type Delegation = { principal: Person; deputy: Person; startsOn: Day; endsOn: Day };

/** Why an open submission came to nothing: its task closed, went to another unit, was sent back, received after all, its letter was erased, or its unit was merged or divided. */
export type VoidCause =
  | "task_closed"
  | "lead_changed"
  | "unit_replaced"
  | "sent_back"
  | "received"
  | "letter_erased";

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
  /** 分解到各单位, in the whole's history; each part's begins with its own `task.assigned`. */
  | {
      type: "task.distributed";
      after: { parts: { code: string; lead: string }[]; dueOn: Day | null };
    }
  | {
      type: "task.sent_back";
      before: { lead: string };
      after: { proposedLead: string | null };
      reason: string;
    }
  | { type: "task.lead_changed"; before: UnitNames; after: UnitNames; reason: string }
  /** Another unit stands in the place of one that was merged or divided. */
  | {
      type: "task.unit_replaced";
      cause: "merger" | "division";
      part: "lead" | "cooperating";
      before: { unit: string };
      after: { unit: string };
    }
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
  | {
      type: "task.completed";
      before: { completedOn: null };
      /** `sentOn` is not known of what was completed before 0.2. */
      after: { completedOn: Day; sentOn?: Day };
    }
  | { type: "task.struck_off"; note: string; files?: { name: string; sha256: string }[] }
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
  | { type: "letter.followed_up"; dueOn: Day }
  | { type: "follow_up.answered" }
  | { type: "follow_up.returned" }
  | { type: "follow_up.given_out" }
  | { type: "comment.posted"; mentioned: Person[] }
  | { type: "chase.sent"; message: string }
  | { type: "chase.answered"; answer: string }
  /** The words stay in their table, where only those read them who may. */
  | { type: "instruction.written"; instructionId: string; addressee: Addressee }
  | {
      type: "instruction.handled";
      instructionId: string;
      outcome: InstructionOutcome;
      author: Person;
    }
  | { type: "escalation.raised"; obligation: string; level: EscalationLevel; workdaysLate: number }
  | { type: "escalation.acknowledged"; obligation: string; level: EscalationLevel; note: string }
  | { type: "notice.issued"; light: "yellow" | "red"; reason: string }
  | { type: "notice.lifted"; light: "yellow" | "red" }
  | ({ type: "delegation.granted"; reason: string } & Delegation)
  | ({ type: "delegation.ended" } & Delegation)
  | { type: "plan.configured"; plan: string; before: object; after: object; changed: string[] }
  | UnitEvent
  | AccountEvent
  | {
      type: "task.handlers_named";
      before: Record<HandlerPost, Person | null>;
      after: Record<HandlerPost, Person | null>;
    }
  | { type: "submission.handed_over"; kind: SubmissionKind; from: Person; to: Person | null }
  | { type: "installation.prepared"; content: "empty" | "newspaper" }
  | { type: "site.configured"; before: object; after: object; changed: string[] }
  | { type: "reminders.configured"; before: object; after: object }
  | { type: "notification.worded"; name: string; before: WordsKept; after: WordsKept }
  | { type: "mail.configured"; host: string; port: number; sender: string; changed: string[] }
  | { type: "mail.turned_off"; host: string }
  | { type: "mail.tried" }
  | {
      type: "retention.set";
      kind: RetentionKind;
      before: { days: number };
      after: { days: number };
    }
  | { type: "calendar.announced"; year: number; source: string; after: CalendarException[] }
  | {
      type: "calendar.corrected";
      year: number;
      source: string;
      before: CalendarException[];
      after: CalendarException[];
    }
  | { type: "start.skipped"; step: string }
  | { type: "start.needed"; step: string }
  | RoleEvent
  | RegistrationEvent
  | ImportEvent
  | SheetEvent
  | { type: "clock.advanced"; days: number }
  | { type: "session.started" }
  | { type: "session.ended" }
  | { type: "session.others_ended"; count: number }
  | { type: "session.refused"; username: string; locked: boolean }
  /** Failures that were only counted since then; null where no account bears the names. */
  | { type: "session.refusals_counted"; username: string | null; times: number; since: string };

/** The words of a message in each language; null for the standard ones. */
type WordsKept = { zh: string | null; en: string | null };

export type AuditEventType = AuditEvent["type"];

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
/** An entry with its task by name, where entries of many tasks stand together. */
export type TaskChange = { task: { code: string; title: string }; entry: HistoryEntry };
