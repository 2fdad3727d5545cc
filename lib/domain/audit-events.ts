import type { Assignment, AssignmentField } from "./assignment";
import type { Day } from "./days";
import type { SubmissionKind } from "./submissions";

/** An assignment as people read it: names beside ids, so that the history outlives a renamed unit. */
export type AssignmentRecord = Assignment & { lead: string | null; cooperating: string[] };

type Sent = { kind: SubmissionKind; revision: number; contentHash: string };
type Decided = Sent & { step: number };

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
  | { type: "task.completed"; before: { completedOn: null }; after: { completedOn: Day } }
  | { type: "submission.drafted"; kind: SubmissionKind }
  | ({ type: "submission.submitted"; percent: number | null } & Sent)
  | { type: "submission.withdrawn"; kind: SubmissionKind }
  | { type: "submission.discarded"; kind: SubmissionKind }
  | ({ type: "submission.approved"; final: boolean } & Decided)
  | ({ type: "submission.returned"; reason: string } & Decided)
  | ({ type: "submission.rejected"; reason: string } & Decided)
  | {
      type: "report.published";
      before: { percent: number | null };
      after: { percent: number | null };
    }
  | { type: "session.started" }
  | { type: "session.ended" }
  | { type: "session.refused"; username: string; locked: boolean };

export type AuditEventType = AuditEvent["type"];

const everyType: Record<AuditEventType, true> = {
  "task.registered": true,
  "task.assigned": true,
  "task.received": true,
  "task.completed": true,
  "submission.drafted": true,
  "submission.submitted": true,
  "submission.withdrawn": true,
  "submission.discarded": true,
  "submission.approved": true,
  "submission.returned": true,
  "submission.rejected": true,
  "report.published": true,
  "session.started": true,
  "session.ended": true,
  "session.refused": true,
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

/** The numbers and words that an event's sentence needs, flat, for the message catalog. */
export function sentenceParams(event: AuditEvent): Record<string, string | number> {
  switch (event.type) {
    case "task.registered":
      return { document: event.after.document };
    case "task.assigned":
      return { lead: event.after.lead ?? "" };
    case "task.completed":
      return { day: event.after.completedOn };
    case "submission.submitted":
      return { kind: event.kind, revision: event.revision };
    case "submission.drafted":
    case "submission.withdrawn":
    case "submission.discarded":
      return { kind: event.kind };
    case "submission.approved":
      return { kind: event.kind, step: event.step, revision: event.revision };
    case "submission.returned":
    case "submission.rejected":
      return { kind: event.kind, step: event.step, reason: event.reason };
    case "report.published":
      return { before: event.before.percent ?? -1, after: event.after.percent ?? -1 };
    case "session.refused":
      return { username: event.username };
    case "task.received":
    case "session.started":
    case "session.ended":
      return {};
  }
}
