import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./people";

/** 授权代签: from one day through another the deputy may decide in the principal's right. */
export const delegations = pgTable(
  "delegations",
  {
    id: uuid().primaryKey().defaultRandom(),
    principalId: uuid()
      .notNull()
      .references(() => users.id),
    deputyId: uuid()
      .notNull()
      .references(() => users.id),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    reason: text().notNull(),
    createdById: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.deputyId, t.endsOn),
    index().on(t.principalId, t.endsOn),
    check("delegations_days", sql`${t.startsOn} <= ${t.endsOn}`),
    check("delegations_other", sql`${t.principalId} <> ${t.deputyId}`),
  ],
);
