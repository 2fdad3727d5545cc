import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Place } from "@/lib/domain/documents/quotes";
import {
  type CandidateTarget,
  candidateKinds,
  certainties,
  type Evidence,
  ownerRoles,
  timeKinds,
} from "@/lib/domain/imports/candidates";
import { type CandidateQuestion, candidateStates, unitFinds } from "@/lib/domain/imports/imports";
import type { Edited } from "@/lib/domain/imports/inputs";
import { importId } from "./imports";
import { departments, users } from "./people";

export const candidateKindEnum = pgEnum("candidate_kind", candidateKinds);
export const certaintyEnum = pgEnum("certainty", certainties);
export const candidateStateEnum = pgEnum("candidate_state", candidateStates);
export const ownerRoleEnum = pgEnum("owner_role", ownerRoles);
export const unitFindEnum = pgEnum("unit_find", unitFinds);
export const timeKindEnum = pgEnum("time_kind", timeKinds);

/** A moment. */
const at = () => timestamp({ withTimezone: true });

/**
 * What is proposed from the text, and what a person made of it: what was proposed is never written over, `edited` stands
 * beside it.
 */
export const importCandidates = pgTable(
  "import_candidates",
  {
    id: uuid().primaryKey().defaultRandom(),
    importId: importId(),
    position: integer().notNull(),
    path: text().notNull(),
    kind: candidateKindEnum().notNull(),
    parentId: uuid().references((): AnyPgColumn => importCandidates.id, { onDelete: "set null" }),
    titleStart: integer().notNull(),
    titleEnd: integer().notNull(),
    quotes: jsonb().$type<[Place, ...Place[]]>().notNull(),
    /** The headings above it, outermost first; `section` is where the first of them begins. */
    headings: jsonb().$type<Place[]>().notNull(),
    section: integer(),
    leadIns: jsonb().$type<Place[]>().notNull(),
    ownerStart: integer(),
    ownerEnd: integer(),
    ownerScope: text().$type<"own" | "inherited" | "default" | "none">().notNull(),
    isOpenEnded: boolean().notNull(),
    certainty: certaintyEnum().notNull(),
    evidence: jsonb().$type<Evidence[]>().notNull(),
    isOptional: boolean().notNull(),
    /** It stands in the first edition already. */
    isKnown: boolean().notNull().default(false),
    splitFromId: uuid().references((): AnyPgColumn => importCandidates.id, { onDelete: "cascade" }),

    state: candidateStateEnum().notNull().default("proposed"),
    edited: jsonb().$type<Edited>(),
    /** The questions about it that somebody has answered. */
    answered: text().array().$type<CandidateQuestion[]>().notNull().default([]),
    mergedIntoId: uuid().references((): AnyPgColumn => importCandidates.id, {
      onDelete: "set null",
    }),
    decidedById: uuid().references(() => users.id),
    decidedAt: at(),
    version: integer().notNull().default(0),
  },
  (t) => [
    index().on(t.importId, t.position),
    index().on(t.importId, t.state),
    index().on(t.parentId),
    index().on(t.splitFromId),
    index().on(t.mergedIntoId),
    check(
      "import_candidates_decided",
      sql`(${t.decidedById} is null) = (${t.decidedAt} is null)
        and (${t.state} in ('proposed', 'known')) = (${t.decidedAt} is null)`,
    ),
  ],
);

const candidateId = () =>
  uuid()
    .notNull()
    .references(() => importCandidates.id, { onDelete: "cascade" });

/** Who is to do it, in the document's words, and the unit that was found for them, or that a person chose. */
export const candidateOwners = pgTable(
  "candidate_owners",
  {
    id: uuid().primaryKey().defaultRandom(),
    candidateId: candidateId(),
    position: integer().notNull(),
    role: ownerRoleEnum().notNull(),
    startsAt: integer().notNull(),
    endsAt: integer().notNull(),
    rule: text().notNull(),
    foundId: uuid().references(() => departments.id),
    find: unitFindEnum().notNull(),
    /** What a person chose; null beside a `chosenAt` says that the words mean no unit. */
    chosenId: uuid().references(() => departments.id),
    chosenById: uuid().references(() => users.id),
    chosenAt: at(),
  },
  (t) => [
    index().on(t.candidateId, t.position),
    check("candidate_owners_chosen", sql`(${t.chosenById} is null) = (${t.chosenAt} is null)`),
    check(
      "candidate_owners_found",
      sql`(${t.foundId} is null) = (${t.find} in ('ambiguous', 'unknown'))`,
    ),
  ],
);

/** By when, in the document's words, with what was computed from them by a rule. */
export const candidateDeadlines = pgTable(
  "candidate_deadlines",
  {
    id: uuid().primaryKey().defaultRandom(),
    candidateId: candidateId(),
    position: integer().notNull(),
    startsAt: integer().notNull(),
    endsAt: integer().notNull(),
    kind: timeKindEnum().notNull(),
    fromDay: date(),
    toDay: date(),
    precision: text().notNull(),
    anchor: text(),
    isSoft: boolean().notNull(),
    rrule: text(),
    amount: integer(),
    unit: text().$type<"workday" | "day" | "month" | "year">(),
    rule: text().notNull(),
  },
  (t) => [index().on(t.candidateId, t.position)],
);

/** What is to be reached, kept for the indicators to come. */
export const candidateTargets = pgTable(
  "candidate_targets",
  {
    id: uuid().primaryKey().defaultRandom(),
    candidateId: candidateId(),
    position: integer().notNull(),
    startsAt: integer().notNull(),
    endsAt: integer().notNull(),
    nameStart: integer(),
    nameEnd: integer(),
    comparator: text().$type<CandidateTarget["comparator"]>().notNull(),
    value: text().notNull(),
    unit: text().notNull(),
    baseYear: integer(),
    targetYear: integer(),
    rule: text().notNull(),
  },
  (t) => [index().on(t.candidateId, t.position)],
);
