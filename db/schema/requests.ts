import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./people";

/** What was answered to a press of a button within 30 days, so that the same press sent twice does nothing twice. */
export const answeredRequests = pgTable(
  "answered_requests",
  {
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    key: uuid().notNull(),
    requestHash: text().notNull(),
    answer: jsonb().notNull(),
    answeredAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key] }), index().on(t.answeredAt)],
);
