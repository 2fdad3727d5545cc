import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { hashPassword } from "@/db/password";
import { departments, users } from "@/db/schema/people";
import { isAcceptablePassword } from "@/lib/domain/people/passwords";
import { adminRoles, type Role } from "@/lib/domain/people/roles";
import { demoPeople, firstAdmins } from "./demo-source";
import { idOf } from "./ids";

type Person = { username: string; name: string; role: Role; unit: string };

/** The first administrator's password breaks the rules for passwords. */
export class WeakPassword extends Error {
  constructor(readonly username: string) {
    super("The password breaks the rules.");
  }
}

/**
 * Inserts the accounts of invented people in the demo, all with `password`; otherwise the three administrators (三员), who add
 * the rest, and whose first password has the same rules as any (throws WeakPassword).
 */
export async function seedAccounts(
  tx: Transaction,
  { isDemo, password }: { isDemo: boolean; password: string },
  createdAt: Date,
): Promise<void> {
  const people = isDemo ? demoPeople : firstAdmins;
  const weak = people.find(({ username }) => !isAcceptablePassword(password, username));
  if (weak && !isDemo) throw new WeakPassword(weak.username);
  const units = await tx.select({ code: departments.code, id: departments.id }).from(departments);
  const unitIds = new Map(units.map(({ code, id }) => [code, id]));
  const rows = people.map(async ({ username, name, role, unit }) => ({
    username,
    displayName: name,
    role,
    departmentId: idOf(unitIds, unit),
    passwordHash: await hashPassword(password),
    mustChangePassword: !isDemo,
    isDemo,
    createdAt,
  }));
  await tx.insert(users).values(await Promise.all(rows));
  const granter = tx.select({ id: users.id }).from(users).where(eq(users.role, "security_admin"));
  await tx.update(users).set({ roleGrantedById: sql`(${granter.limit(1)})` });
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
