import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./people";
import { sequence } from "./sequence";
import { tasks } from "./tasks";

/** What units and supervisors say to each other about a task. Never public, never changed. */
export const comments = pgTable(
  "comments",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    body: text().notNull(),
    mentionedIds: uuid().array().notNull(),
    postedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.taskId, t.postedAt)],
);
