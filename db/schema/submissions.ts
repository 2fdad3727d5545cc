import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { submissionKinds } from "@/lib/domain/kinds";
import type { SubmissionContent } from "@/lib/domain/submissions/contents";
import type { EvidenceRecord } from "@/lib/domain/submissions/evidence";
import { presentSteps, type ReviewStep } from "@/lib/domain/submissions/submission-kinds";
import { decisions, submissionStatuses } from "@/lib/domain/submissions/submissions";
import { letters } from "./letters";
import { departments, users } from "./people";
import { sequence } from "./sequence";
import { tasks } from "./tasks";

export const submissionKindEnum = pgEnum("submission_kind", submissionKinds);
export const submissionStatusEnum = pgEnum("submission_status", submissionStatuses);
export const decisionEnum = pgEnum("decision_kind", decisions);

/**
 * Review steps as something was sent into them. Until 0.2 an administrator ruled on objections, and the hash binds that word:
 * it stays, and is read as the director, whose ruling it is now.
 */
const sentSteps = customType<{ data: ReviewStep[]; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (steps) => JSON.stringify(steps),
  fromDriver: (steps) => presentSteps(typeof steps === "string" ? JSON.parse(steps) : steps),
});

/** A report on its way (报送材料). `content` is the working draft; what was sent is in `revisions`. */
export const submissions = pgTable(
  "submissions",
  {
    id: uuid().primaryKey().defaultRandom(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    kind: submissionKindEnum().notNull(),
    /** The unit that writes it. */
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    /** What it answers, of an answer to a citizen. */
    letterId: uuid().references(() => letters.id),
    status: submissionStatusEnum().notNull().default("draft"),
    step: integer(),
    content: jsonb().$type<SubmissionContent>().notNull(),
    createdById: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    savedAt: timestamp({ withTimezone: true }).notNull(),
    /** When it came to the present step: how long an approver has had it. */
    stepSince: timestamp({ withTimezone: true }),
    /** Of what is in review the steps from the present one on. A trigger writes it. */
    stepsLeft: sentSteps(),
    /** Since when its release check is still to be made: approved, and speaking to the public. Triggers write it. */
    awaitsReleaseSince: timestamp({ withTimezone: true }),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex("submissions_one_open_report")
      .on(t.taskId)
      .where(
        sql`${t.status} in ('draft', 'in_review', 'returned') and ${t.kind} in ('progress', 'completion')`,
      ),
    uniqueIndex("submissions_one_open_of_kind")
      .on(t.taskId, t.departmentId, t.kind)
      .where(sql`${t.status} in ('draft', 'in_review', 'returned') and ${t.letterId} is null`),
    uniqueIndex("submissions_one_answer")
      .on(t.letterId)
      .where(sql`${t.status} in ('draft', 'in_review', 'returned', 'approved')`),
    index().on(t.taskId, t.kind),
    index().on(t.departmentId, t.status, t.taskId),
    index("submissions_asked")
      .on(sql`(${t.stepsLeft} -> 0 ->> 'by')`, t.stepSince, t.id)
      .where(sql`${t.status} = 'in_review'`),
    index("submissions_to_release")
      .on(t.awaitsReleaseSince, t.id)
      .where(sql`${t.awaitsReleaseSince} is not null`),
    check(
      "submissions_letter",
      sql`(${t.letterId} is null) = (${t.kind} in ('progress', 'completion', 'extension', 'adjustment', 'objection', 'contribution'))`,
    ),
    check("submissions_step", sql`(${t.status} = 'in_review') = (${t.step} is not null)`),
    check("submissions_step_since", sql`(${t.step} is null) = (${t.stepSince} is null)`),
  ],
);

/** Everyone who wrote on a submission. None of them may decide on it: a trigger says so too. */
export const contributors = pgTable(
  "contributors",
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.userId] }), index().on(t.userId)],
);

/** What was sent, frozen: decisions bind to its hash. */
export const revisions = pgTable(
  "revisions",
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    number: integer().notNull(),
    /** As it was sent: a returned completion may be sent again as progress. */
    kind: submissionKindEnum().notNull(),
    content: jsonb().$type<SubmissionContent>().notNull(),
    evidence: jsonb().$type<EvidenceRecord[]>().notNull(),
    /** The steps it was sent into: a plan changed later does not change them. */
    reviewSteps: sentSteps().notNull(),
    /** The published report that this one was written against. */
    baseReportId: uuid(),
    /** Of everything above: see db/mutations/submissions/freeze-revision.ts. */
    contentHash: text().notNull(),
    submittedById: uuid()
      .notNull()
      .references(() => users.id),
    submittedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    unique().on(t.submissionId, t.number),
    // Which tasks a unit countersigns.
    index().using("gin", t.reviewSteps.op("jsonb_path_ops")),
  ],
);

export const reviewDecisions = pgTable(
  "review_decisions",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id),
    step: integer().notNull(),
    decision: decisionEnum().notNull(),
    reason: text(),
    contentHash: text().notNull(),
    decidedById: uuid()
      .notNull()
      .references(() => users.id),
    /** Whom the decider stood in for (代签). */
    onBehalfOfId: uuid().references(() => users.id),
    decidedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    unique("review_decisions_one_per_step").on(t.revisionId, t.step),
    unique("review_decisions_one_person_once").on(t.revisionId, t.decidedById),
    index().on(t.submissionId),
    check(
      "review_decisions_reason",
      sql`${t.decision} = 'approve' or length(trim(${t.reason})) > 0`,
    ),
  ],
);

/** The public projection: written once, at the final approval. Public pages read reports from nowhere else. */
export const publishedReports = pgTable(
  "published_reports",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    submissionId: uuid()
      .notNull()
      .unique()
      .references(() => submissions.id),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id),
    kind: submissionKindEnum().notNull(),
    progress: text().notNull(),
    problems: text().notNull(),
    nextSteps: text().notNull(),
    percent: integer(),
    periodStart: date().notNull(),
    periodEnd: date().notNull(),
    noNews: boolean().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
    isDemo: boolean().notNull(),
  },
  (t) => [
    index().on(t.taskId, t.sequence),
    index("published_reports_periods").on(t.taskId, t.periodStart, t.periodEnd),
    check("published_reports_percent", sql`${t.percent} between 0 and 100`),
  ],
);
