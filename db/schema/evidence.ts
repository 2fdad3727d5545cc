import {
  boolean,
  customType,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./people";
import { submissions } from "./submissions";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Files by their content: the same bytes are kept once, as long as evidence names them; a backup of the database holds all. */
export const files = pgTable("files", {
  sha256: text().primaryKey(),
  bytes: bytea().notNull(),
  size: integer().notNull(),
  mediaType: text().notNull(),
  storedAt: timestamp({ withTimezone: true }).notNull(),
});

/**
 * Evidence (佐证材料) attached to a submission, and what was found when a completion was verified (核查材料). What was removed stays with the revisions that were sent with it; what was
 * never sent goes a day later.
 */
export const evidence = pgTable(
  "evidence",
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    /** Whether it was added to an approved completion by who verifies it (核查), and is none of the unit's. */
    isVerification: boolean().notNull().default(false),
    sha256: text()
      .notNull()
      .references(() => files.sha256),
    name: text().notNull(),
    uploadedById: uuid()
      .notNull()
      .references(() => users.id),
    uploadedAt: timestamp({ withTimezone: true }).notNull(),
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.submissionId),
    index().on(t.sha256),
    index().on(t.uploadedById, t.uploadedAt),
  ],
);
