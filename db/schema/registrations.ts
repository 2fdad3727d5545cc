import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { correctionStatuses } from "@/lib/domain/corrections";
import type { Change, CorrectedSubject } from "@/lib/domain/documents/corrections";
import {
  type DraftDocument,
  type DraftPlan,
  type DraftTask,
  registrationStatuses,
} from "@/lib/domain/registrations/drafts";
import { documents } from "./documents";
import { users } from "./people";
import { plans } from "./plans";
import { sequence } from "./sequence";
import { tasks } from "./tasks";

export const registrationStatusEnum = pgEnum("registration_status", registrationStatuses);
export const correctionStatusEnum = pgEnum("correction_status", correctionStatuses);
const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * 立项: a plan with its tasks as somebody drafts them, or more tasks of a plan (补充立项). While it is a draft nothing of it
 * is a document, a plan or a task: it becomes that when it is confirmed, and public when it is published.
 */
export const registrations = pgTable(
  "registrations",
  {
    id: uuid().primaryKey().defaultRandom(),
    status: registrationStatusEnum().notNull().default("draft"),
    /** The plan that it adds to, or has made. */
    planId: uuid().references(() => plans.id),
    /** The document that it rests on, once it is one. */
    documentId: uuid().references(() => documents.id),
    document: jsonb().$type<DraftDocument>(),
    plan: jsonb().$type<DraftPlan>(),
    tasks: jsonb().$type<DraftTask[]>().notNull().default([]),
    /** Everybody who wrote in it. */
    contributorIds: uuid().array().notNull(),
    returnReason: text(),
    confirmedById: uuid().references(() => users.id),
    confirmedAt: timestamp({ withTimezone: true }),
    publishedById: uuid().references(() => users.id),
    publishedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    changedAt: timestamp({ withTimezone: true }).notNull(),
    isDemo: boolean().notNull().default(false),
    version: integer().notNull().default(0),
  },
  (t) => [
    index().on(t.status, t.changedAt),
    index().on(t.planId),
    uniqueIndex("registrations_prefix").on(sql`(${t.plan} ->> 'prefix')`),
    check(
      "registrations_confirmed",
      sql`(${t.status} in ('confirmed', 'published')) = (${t.confirmedAt} is not null)
        and (${t.confirmedAt} is null) = (${t.confirmedById} is null)
        and (${t.confirmedAt} is null or (${t.planId} is not null and ${t.documentId} is not null))`,
    ),
    check(
      "registrations_published",
      sql`(${t.status} = 'published') = (${t.publishedAt} is not null)
        and (${t.publishedAt} is null) = (${t.publishedById} is null)`,
    ),
    check(
      "registrations_four_eyes",
      sql`${t.contributorIds} <> array[${t.confirmedById}] and ${t.contributorIds} <> array[${t.publishedById}]`,
    ),
  ],
);

const about = {
  subject: text().$type<CorrectedSubject>().notNull(),
  taskId: uuid().references(() => tasks.id),
  documentId: uuid().references(() => documents.id),
  planId: uuid().references(() => plans.id),
  changes: jsonb().$type<Change[]>().notNull(),
  reason: text().notNull(),
  proposedById: uuid()
    .notNull()
    .references(() => users.id),
  proposedAt: timestamp({ withTimezone: true }).notNull(),
};

/** A 更正 that somebody has proposed, until a second person confirms or declines it. */
export const correctionRequests = pgTable(
  "correction_requests",
  {
    id: uuid().primaryKey().defaultRandom(),
    ...about,
    status: correctionStatusEnum().notNull().default("open"),
    decidedById: uuid().references(() => users.id),
    decidedAt: timestamp({ withTimezone: true }),
    version: integer().notNull().default(0),
  },
  (t) => [index().on(t.status, t.proposedAt)],
);

/** 更正: what was wrong, what it says now, why, and the two people. Append-only; the database lets a promise change by nothing else. */
export const corrections = pgTable(
  "corrections",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    ...about,
    requestId: uuid()
      .notNull()
      .references(() => correctionRequests.id),
    confirmedById: uuid()
      .notNull()
      .references(() => users.id),
    confirmedAt: timestamp({ withTimezone: true }).notNull(),
    /** A trigger sets it: what is corrected must be so in the same transaction. */
    transactionId: xid8().notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [
    index().on(t.taskId, t.sequence),
    index().on(t.documentId, t.sequence),
    index().on(t.planId, t.sequence),
    index().on(t.confirmedAt),
    check("corrections_four_eyes", sql`${t.proposedById} <> ${t.confirmedById}`),
    check("corrections_subject", sql`num_nonnulls(${t.taskId}, ${t.documentId}, ${t.planId}) = 1`),
  ],
);
