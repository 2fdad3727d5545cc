import type { AuditEvent, AuditEventType, HistoryEntry } from "./audit-events";

/** An entry of the log as its reader may have it: whole, or without a word of what it says, by its kind alone. */
export type LogEntry = Omit<HistoryEntry, "event"> & {
  event: AuditEvent | { type: AuditEventType; isKindOnly: true };
};

type Fields<Type extends AuditEventType> = Exclude<
  keyof Extract<AuditEvent, { type: Type }>,
  "type"
>;

/**
 * What the audit administrator reads of an event beside who, when, from where and on which code: the fields that carry no
 * business text. Of a type that has none only the kind is told: what its sentence says is the business itself. Every type
 * is decided on here; a new one does not compile before it is.
 */
export const plainFields: { [Type in AuditEventType]: readonly Fields<Type>[] | null } = {
  "task.registered": null,
  "task.assigned": null,
  "task.received": null,
  "task.split": null,
  "task.distributed": null,
  "task.sent_back": null,
  "task.lead_changed": null,
  "task.unit_replaced": null,
  "task.scope_changed": null,
  "task.due_moved": null,
  "task.suspended": null,
  "task.resumed": null,
  "task.cancelled": null,
  "task.exempted": null,
  "task.completed": null,
  "task.struck_off": null,
  "task.reopened": null,
  "task.handlers_named": null,
  "submission.drafted": null,
  "submission.submitted": null,
  "submission.withdrawn": null,
  "submission.discarded": null,
  "submission.voided": null,
  "submission.approved": null,
  "submission.returned": null,
  "submission.rejected": null,
  "submission.released": null,
  "submission.unpublished": null,
  "submission.handed_over": null,
  "evidence.attached": null,
  "evidence.removed": null,
  "report.published": null,
  "letter.received": null,
  "letter.erased": null,
  "letter.followed_up": null,
  "follow_up.answered": null,
  "follow_up.returned": null,
  "follow_up.given_out": null,
  "comment.posted": null,
  "chase.sent": null,
  "chase.answered": null,
  "instruction.written": null,
  "instruction.handled": null,
  "escalation.raised": null,
  "escalation.acknowledged": null,
  "notice.issued": null,
  "notice.lifted": null,
  "plan.configured": null,
  "plan.ended": null,
  "plan.archived": null,
  "registration.drafted": null,
  "registration.saved": null,
  "registration.proposed": null,
  "registration.returned": null,
  "registration.confirmed": null,
  "registration.published": null,
  "registration.removed": null,
  "correction.proposed": null,
  "correction.confirmed": null,
  "correction.declined": null,
  // Why a right was lent is said by whoever lent it, in their own words.
  "delegation.granted": ["principal", "deputy", "startsOn", "endsOn"],
  "delegation.ended": ["principal", "deputy", "startsOn", "endsOn"],
  "installation.prepared": ["content"],
  // What the site says stands on it; what is kept of a unit's contact is not for the log's reader.
  "site.configured": ["changed"],
  // What is told, when and to whom. Of words only that they changed: without them nobody can say whose they are.
  "reminders.configured": [],
  "notification.worded": null,
  "mail.configured": ["host", "port", "sender", "changed"],
  "mail.turned_off": ["host"],
  "mail.tried": [],
  "retention.set": ["kind", "before", "after"],
  "calendar.announced": ["year", "source", "after"],
  "calendar.corrected": ["year", "source", "before", "after"],
  "start.skipped": ["step"],
  "start.needed": ["step"],
  "unit.created": ["unit", "after"],
  "unit.edited": ["unit", "changed"],
  "unit.renamed": ["unit", "before", "after", "fromOn"],
  "unit.name_came": ["unit", "before", "after"],
  "unit.moved": ["unit", "before", "after"],
  "unit.merged": ["unit", "into", "moved", "reason"],
  "unit.split": ["unit", "into", "moved", "reason"],
  "unit.closed": ["unit", "reason"],
  "unit.person_moved": ["person", "from", "to"],
  "account.updated": ["changed"],
  "account.founded": ["account", "role"],
  "account.created": ["account", "unit", "role", "post"],
  "account.edited": ["account", "changed"],
  "account.transferred": ["account", "before", "after", "successors"],
  "account.left": ["account", "unit", "role", "post", "successors"],
  "account.disabled": ["account", "reason"],
  "account.enabled": ["account"],
  "account.password_changed": [],
  "account.password_refused": ["locked"],
  "account.start_link_issued": ["account"],
  "account.started": [],
  "liaison.changed": ["unit", "before", "after"],
  "role.granted": ["account", "role", "branch"],
  "role.changed": ["account", "before", "after"],
  "role.bound": ["account", "before", "after"],
  "sign_in.unlocked": ["account", "count"],
  "sheet.imported": ["kind", "name", "made", "changed", "removed"],
  // What a document of the office says and becomes is the business itself.
  "import.started": null,
  "import.facts_corrected": null,
  "import.columns_set": null,
  "import.decided": null,
  "import.question_answered": null,
  "import.unit_chosen": null,
  "import.change_decided": null,
  "import.filed": null,
  "import.abandoned": null,
  "clock.advanced": ["days"],
  "session.started": [],
  "session.ended": [],
  "session.others_ended": ["count"],
  "session.refused": ["username", "locked"],
  "session.refusals_counted": ["username", "times", "since"],
};

/** An entry without the text of reports, comments, letters and files (审计管理员只看日志，不看业务内容). */
export function withoutBusinessText({ event, ...entry }: HistoryEntry): LogEntry {
  const fields: readonly string[] | null = plainFields[event.type];
  if (fields === null) return { ...entry, event: { type: event.type, isKindOnly: true } };
  const plain = Object.entries(event).filter(([name]) => name === "type" || fields.includes(name));
  return { ...entry, event: Object.fromEntries(plain) as AuditEvent };
}
