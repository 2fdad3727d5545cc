import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { departmentKinds } from "@/lib/domain/people/departments";
import { roles } from "@/lib/domain/people/roles";

export const roleEnum = pgEnum("role", roles);
export const departmentKindEnum = pgEnum("department_kind", departmentKinds);

/**
 * The units (单位) in their tree. `name` and `shortName` are those of today, remembered from `department_names`, which has
 * them by day. A closed unit (撤并) gets nothing new: a trigger says so.
 */
export const departments = pgTable(
  "departments",
  {
    id: uuid().primaryKey().defaultRandom(),
    code: text().notNull().unique(),
    name: text().notNull(),
    /** What English pages call it, a translation of its present name. */
    nameEn: text(),
    shortName: text(),
    /** What it is also called, for searching. */
    aliases: text().array().notNull().default([]),
    kind: departmentKindEnum().notNull(),
    parentId: uuid().references((): AnyPgColumn => departments.id),
    /** Of a collective (各市): the kinds of the units it stands for, wherever they are below its parent; null where nobody said. */
    memberKinds: departmentKindEnum().array(),
    sortOrder: integer().notNull(),
    contactOffice: text(),
    contactPhone: text(),
    contactAddress: text(),
    contactEmail: text(),
    contactHours: text(),
    /** Whether citizens are shown the contact. */
    contactIsPublic: boolean().notNull().default(false),
    closedOn: date(),
    mergedIntoId: uuid().references((): AnyPgColumn => departments.id),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex("departments_name_once").on(t.name).where(sql`${t.closedOn} is null`),
    index().on(t.parentId, t.sortOrder),
    check("departments_merged", sql`${t.mergedIntoId} is null or ${t.closedOn} is not null`),
  ],
);

/** What a unit is called from a day on. The first row, from the first day there is, is written with the unit. */
export const departmentNames = pgTable(
  "department_names",
  {
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    fromOn: date().notNull(),
    name: text().notNull(),
    shortName: text(),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.fromOn] })],
);

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey().defaultRandom(),
    username: text().notNull().unique(),
    displayName: text().notNull(),
    /** The human whose account it is: somebody of several posts has several accounts, and four eyes count the person. */
    personId: uuid().notNull().defaultRandom(),
    role: roleEnum().notNull(),
    /** The security administrator who granted the role; null while the account waits for that, and cannot sign in. */
    roleGrantedById: uuid().references((): AnyPgColumn => users.id),
    /** The branch of the tree of units that whoever oversees or administers is bound to; null for all of it. */
    branchId: uuid().references(() => departments.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    passwordHash: text().notNull(),
    /** Null for as long as the account has the password that it was made with. */
    passwordChangedAt: timestamp({ withTimezone: true }),
    /** Whoever signs in reaches nothing until they have chosen a password of their own. */
    mustChangePassword: boolean().notNull().default(false),
    /** What is not mailed (`mailTopics`); the app tells it all the same. */
    unmailed: text().array().notNull().default([]),
    /** 职务, as colleagues say it. */
    post: text().notNull().default(""),
    /** Where reminders go by mail; without one they stay in the app. Like the phone never public, and erased on leaving. */
    email: text(),
    phone: text(),
    isDemo: boolean().notNull().default(false),
    disabledAt: timestamp({ withTimezone: true }),
    /** 离任: the day from which the person has no post here; the account is disabled since then. */
    leftOn: date(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    version: integer().notNull().default(0),
  },
  (t) => [
    check("users_username_lowercase", sql`${t.username} = lower(${t.username})`),
    check(
      "users_left",
      sql`${t.leftOn} is null or (${t.disabledAt} is not null and ${t.email} is null and ${t.phone} is null)`,
    ),
    check(
      "users_branch_of_overseer",
      sql`${t.branchId} is null or ${t.role} not in ('official', 'head', 'auditor')`,
    ),
    index().on(t.departmentId, t.role),
    index().on(t.personId),
  ],
);

/** 联络员: who also receives what a unit is told. Who may act there follows unit and role, not this. */
export const unitLiaisons = pgTable(
  "unit_liaisons",
  {
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.userId] }), index().on(t.userId)],
);

/**
 * Server-side sessions: the encrypted cookie names the row, and ending the row ends the session. When it started and was
 * last seen is by `steadyTime`, which no clock and no demo's shift moves.
 */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    startedAt: timestamp({ withTimezone: true }).notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
    /** Where it was opened from, for its own person to know it again; gone with the row. */
    address: text(),
    device: text(),
  },
  (t) => [index().on(t.userId), index().on(t.startedAt)],
);

/** The hashes of an account's passwords before the present one, the last few of each; they go with the account. */
export const passwordHistory = pgTable(
  "password_history",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    passwordHash: text().notNull(),
    replacedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.userId, t.id)],
);

/**
 * Codes that let a person choose the password of their account once, without one of before (首次登录码). Only a hash of the
 * code is kept. An account has one that is open.
 */
export const startLinks = pgTable(
  "start_links",
  {
    id: uuid().primaryKey(),
    codeHash: text().notNull().unique(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Null: by the operator at the machine. */
    issuedById: uuid().references(() => users.id),
    issuedAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
    /** When a newer one took its place. */
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex("start_links_one_open")
      .on(t.userId)
      .where(sql`${t.usedAt} is null and ${t.endedAt} is null`),
    index().on(t.expiresAt),
  ],
);

/** The browsers that an account has signed in from, by the hash of a random name that each keeps. */
export const knownDevices = pgTable(
  "known_devices",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    deviceHash: text().notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.deviceHash] })],
);

/** Failed sign-ins that are only counted, until the minute's event tells of them: by name, `""` for all that are nobody's. */
export const refusedSignIns = pgTable("refused_sign_ins", {
  username: text().primaryKey(),
  times: integer().notNull(),
  since: timestamp({ withTimezone: true }).notNull(),
  lastAddress: text(),
});

/** Sign-ins that may have failed, by account, address and device, in the shape that rate-limiter-flexible keeps. */
export const signInAttempts = pgTable("sign_in_attempts", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ withTimezone: true }),
});
