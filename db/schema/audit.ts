import { sql } from "drizzle-orm";
import { customType, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { sequence } from "./sequence";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * The history (操作留痕), inserted in the transaction of the change and never touched again: the app's role may only
 * insert and select, and triggers stop the owner too. `entry` holds the canonical bytes (RFC 8785) of an AuditEntry;
 * they are the truth, never canonicalised again. The columns beside it only help to find it.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    type: text().notNull(),
    taskId: uuid(),
    submissionId: uuid(),
    actorId: uuid(),
    /** The account that a sign-in, a failed one or a change of its password was of, whoever did it. */
    accountId: uuid(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** The database's own clock, also when the demo clock is shifted. A trigger sets it and the transaction. */
    recordedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The writing transaction: a deferred trigger demands an event of the same transaction for every change. */
    transactionId: xid8().notNull().default(sql`pg_current_xact_id()`),
    entry: bytea().notNull(),
  },
  (t) => [
    index().on(t.taskId, t.sequence),
    index().on(t.transactionId),
    index().on(t.type, t.at),
    index("audit_events_actor").on(t.actorId, t.sequence),
    index("audit_events_account")
      .on(t.accountId, t.sequence)
      .where(sql`${t.accountId} is not null`),
  ],
);
