import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
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
    role: roleEnum().notNull(),
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
    index().on(t.departmentId, t.role),
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
  (t) => [index().on(t.userId)],
);

/** Failed sign-ins by account and by address, in the shape that rate-limiter-flexible keeps. */
export const signInAttempts = pgTable("sign_in_attempts", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ withTimezone: true }),
});
