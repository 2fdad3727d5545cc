import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { hashPassword } from "@/db/password";
import { departments, users } from "@/db/schema/people";
import type { Role } from "@/lib/domain/people/roles";

export const firstPassword = "Erste-Losung-1";

type Options = { role?: Role; mustChange?: boolean; password?: string };

/**
 * A new account with a password of its own, which no demo shares, straight in the database as its superuser. Returns its id
 * and user name.
 */
export async function newAccount(
  superuser: Database,
  { role = "official", mustChange = false, password = firstPassword }: Options = {},
) {
  const [unit] = await superuser.select().from(departments).where(eq(departments.code, "ecology"));
  const id = randomUUID();
  const username = `person-${id.slice(0, 8)}`;
  const isGrantor = eq(users.role, "security_admin");
  const [grantor] = await superuser.select().from(users).where(isGrantor).limit(1);
  const account = {
    ...{ id, username, displayName: "王伟", role, departmentId: unit?.id ?? "" },
    roleGrantedById: grantor?.id ?? null,
    passwordHash: await hashPassword(password),
    mustChangePassword: mustChange,
    createdAt: new Date("2024-06-01T09:00:00+08:00"),
  };
  await superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.insert(users).values(account);
  });
  return { id, username };
}
