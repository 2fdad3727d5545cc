import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { hashPassword } from "@/db/password";
import { departments, users } from "@/db/schema/people";
import { isAcceptablePassword } from "@/lib/domain/people/passwords";
import { adminRoles, type Role } from "@/lib/domain/people/roles";
import { demoPeople, firstAdmins } from "./demo-source";
import { idOf } from "./ids";

type Person = { username: string; name: string; role: Role; unit: string };

/** The first passwords: one for every account of the demo, or one for each of the three administrators. */
export type FirstPasswords =
  | { demo: true; demoPassword: string }
  | { demo: false; adminPasswords: Record<(typeof adminRoles)[number], string> };

/** The first password of an administrator breaks the rules for passwords. */
export class WeakPassword extends Error {
  constructor(readonly username: string) {
    super("The password breaks the rules.");
  }
}

/**
 * Inserts the accounts of invented people in the demo; otherwise the three administrators (三员), who add the rest, and
 * whose passwords have the same rules as any (throws WeakPassword). The security administrator has granted all of them.
 */
export async function seedAccounts(
  tx: Transaction,
  passwords: FirstPasswords,
  createdAt: Date,
): Promise<void> {
  const rows = await accountRows(
    tx,
    passwords,
    passwords.demo ? demoPeople : firstAdmins,
    createdAt,
  );
  const grantor = rows.find(({ role }) => role === "security_admin")?.id;
  await tx.insert(users).values(rows.map((row) => ({ ...row, roleGrantedById: grantor })));
}

/**
 * Gives an installation of an earlier release whoever it lacks: of each administrator's role without an account its first,
 * in the demo of every such role. Returns the new user names.
 */
export async function addMissingAccounts(
  tx: Transaction,
  passwords: FirstPasswords,
  now: Date,
): Promise<string[]> {
  const held = await tx.selectDistinct({ role: users.role }).from(users);
  const lacking = ({ role }: Person) => !held.some((each) => each.role === role);
  const people = (passwords.demo ? demoPeople : firstAdmins).filter(lacking);
  const rows = await accountRows(tx, passwords, people, now);
  const first = rows.find(({ role }) => role === "security_admin");
  const [there] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.role, "security_admin"))
    .limit(1);
  // Whoever grants comes first: a role is granted by an account that is there.
  for (const row of rows.sort((a, b) => Number(b === first) - Number(a === first))) {
    await tx.insert(users).values({ ...row, roleGrantedById: first?.id ?? there?.id });
    const account = { id: row.id, name: row.displayName, username: row.username };
    await recordEvent(tx, null, { type: "account.founded", account, role: row.role }, {}, now);
  }
  return rows.map(({ username }) => username);
}

async function accountRows(
  tx: Transaction,
  passwords: FirstPasswords,
  people: Person[],
  createdAt: Date,
) {
  const units = await tx.select({ code: departments.code, id: departments.id }).from(departments);
  const unitIds = new Map(units.map(({ code, id }) => [code, id]));
  return Promise.all(
    people.map(async ({ username, name, role, unit }) => {
      const password = firstPassword(passwords, role);
      if (!passwords.demo && !isAcceptablePassword(password, username))
        throw new WeakPassword(username);
      return {
        ...{ id: randomUUID(), username, displayName: name, role, createdAt },
        departmentId: idOf(unitIds, unit),
        passwordHash: await hashPassword(password),
        mustChangePassword: !passwords.demo,
        isDemo: passwords.demo,
      };
    }),
  );
}

function firstPassword(passwords: FirstPasswords, role: Role): string {
  if (passwords.demo) return passwords.demoPassword;
  const admin = adminRoles.find((each) => each === role);
  return admin ? passwords.adminPasswords[admin] : "";
}

/** The accounts to show after a start: all of the demo, or the administrators who still have their first password. */
export async function listStartAccounts(reader: Reader, isDemo: boolean): Promise<Person[]> {
  return reader
    .select({
      username: users.username,
      name: users.displayName,
      role: users.role,
      unit: departments.name,
    })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(isDemo ? eq(users.isDemo, true) : hasFirstPassword)
    .orderBy(departments.sortOrder, users.role, users.username);
}

const hasFirstPassword = and(
  inArray(users.role, adminRoles),
  eq(users.mustChangePassword, true),
  isNull(users.passwordChangedAt),
);
