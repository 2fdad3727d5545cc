import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Disclosure, DisclosureGround } from "@/lib/domain/disclosure";
import { users } from "./people";
import { sequence } from "./sequence";
import { submissions } from "./submissions";
import { tasks } from "./tasks";

const submission = () =>
  uuid()
    .primaryKey()
    .references(() => submissions.id);
const task = () =>
  uuid()
    .notNull()
    .references(() => tasks.id);

/** The release check (公开审查) of approved content, once for each: nothing is public without a row that says so. */
export const releases = pgTable(
  "releases",
  {
    submissionId: submission(),
    sequence: sequence(),
    taskId: task(),
    disclosure: text().$type<Disclosure>().notNull(),
    /** The legal ground of what is withheld. */
    ground: text().$type<DisclosureGround>(),
    /** What the checker went by. Never public. */
    basis: text().notNull(),
    /** Null where the plan asks for no check: the final approval released it. */
    releasedById: uuid().references(() => users.id),
    releasedAt: timestamp({ withTimezone: true }).notNull(),
    isDemo: boolean().notNull(),
  },
  (t) => [
    index().on(t.taskId, t.releasedAt),
    check("releases_ground", sql`(${t.disclosure} = 'withheld') = (${t.ground} is not null)`),
  ],
);

/** Released content taken back: its words are public no more, on no day; that they were is. */
export const withdrawals = pgTable(
  "withdrawals",
  {
    submissionId: submission(),
    sequence: sequence(),
    taskId: task(),
    /** Said in public. */
    reason: text().notNull(),
    withdrawnById: uuid()
      .notNull()
      .references(() => users.id),
    withdrawnAt: timestamp({ withTimezone: true }).notNull(),
    isDemo: boolean().notNull(),
  },
  (t) => [index().on(t.taskId, t.withdrawnAt)],
);
