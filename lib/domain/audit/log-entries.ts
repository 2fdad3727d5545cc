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
 * business text, of the types whose sentence needs no others. Of any type that is not here only the kind is told.
 */
const plainFields: { [Type in AuditEventType]?: readonly Fields<Type>[] } = {
  "delegation.granted": ["principal", "deputy", "startsOn", "endsOn"],
  "delegation.ended": ["principal", "deputy", "startsOn", "endsOn"],
  "account.updated": ["changed"],
  "account.founded": ["account", "role"],
  "role.granted": ["account", "role", "branch"],
  "role.changed": ["account", "before", "after"],
  "role.bound": ["account", "before", "after"],
  "sign_in.unlocked": ["account", "count"],
  "sheet.imported": ["kind", "name", "made", "changed", "removed"],
  "clock.advanced": ["days"],
  "session.started": [],
  "session.ended": [],
  "session.others_ended": ["count"],
  "session.refused": ["username", "locked"],
  "session.refusals_counted": ["username", "times", "since"],
};

/** An entry without the text of reports, comments, letters and files (审计管理员只看日志，不看业务内容). */
export function withoutBusinessText({ event, ...entry }: HistoryEntry): LogEntry {
  const fields: readonly string[] | undefined = plainFields[event.type];
  if (!fields) return { ...entry, event: { type: event.type, isKindOnly: true } };
  const plain = Object.entries(event).filter(([name]) => name === "type" || fields.includes(name));
  return { ...entry, event: Object.fromEntries(plain) as AuditEvent };
}
