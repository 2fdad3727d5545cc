import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { departmentKinds } from "@/lib/domain/people/departments";
import { roles } from "@/lib/domain/people/roles";

export const roleEnum = pgEnum("role", roles);
export const departmentKindEnum = pgEnum("department_kind", departmentKinds);

export const departments = pgTable("departments", {
  id: uuid().primaryKey().defaultRandom(),
  code: text().notNull().unique(),
  name: text().notNull().unique(),
  kind: departmentKindEnum().notNull(),
  parentId: uuid().references((): AnyPgColumn => departments.id),
  sortOrder: integer().notNull(),
});

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
    /** Where reminders go by mail; without one they stay in the app. */
    email: text(),
    isDemo: boolean().notNull().default(false),
    disabledAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    check("users_username_lowercase", sql`${t.username} = lower(${t.username})`),
    check(
      "users_branch_of_overseer",
      sql`${t.branchId} is null or ${t.role} not in ('official', 'head', 'auditor')`,
    ),
    index().on(t.departmentId, t.role),
    index().on(t.personId),
  ],
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
  },
  (t) => [index().on(t.userId), index().on(t.startedAt)],
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
