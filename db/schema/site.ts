import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { RetentionKind } from "@/lib/domain/system";

/** One row: what the installation says of itself in public, and which plans its home page puts first. */
export const siteSettings = pgTable(
  "site_settings",
  {
    id: integer().primaryKey().default(1),
    name: text(),
    title: text(),
    intro: text(),
    headline: text(),
    host: text(),
    operator: text(),
    contact: text(),
    code: text(),
    icp: text(),
    police: text(),
    partyGovUrl: text(),
    errorUrl: text(),
    signInHelp: text(),
    lettersNote: text(),
    accessibility: text(),
    /** Words that say the same when something is searched: lib/domain/synonyms.ts. */
    synonyms: text(),
    /** Slugs of plans, which never change; the others follow in their own order. */
    homePlans: text().array().notNull().default(sql`'{}'`),
    version: integer().notNull().default(0),
  },
  (t) => [check("site_settings_one_row", sql`${t.id} = 1`)],
);

/** For how many days something is kept, where the office has set another time than `lib/domain/system.ts` says. */
export const retentionPeriods = pgTable("retention_periods", {
  kind: text().$type<RetentionKind>().primaryKey(),
  days: integer().notNull(),
  version: integer().notNull().default(0),
});

/** Lines of the first-hour checklist (开始使用) that the office does not need. */
export const skippedSteps = pgTable("skipped_steps", { step: text().primaryKey() });
