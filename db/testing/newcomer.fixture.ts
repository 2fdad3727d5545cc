import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { hashPassword } from "@/db/password";
import { users } from "@/db/schema/people";

/**
 * Makes an official of no demo, whose password is not the one that the demo's accounts share, straight in the database as
 * its superuser; returns the user name.
 */
export async function makeNewcomer(
  superuser: Database,
  { password, mustChangePassword }: { password: string; mustChangePassword: boolean },
): Promise<string> {
  const [example] = await superuser.select().from(users).limit(1);
  const isGrantor = eq(users.role, "security_admin");
  const [grantor] = await superuser.select().from(users).where(isGrantor).limit(1);
  const username = `newcomer-${randomUUID().slice(0, 8)}`;
  const passwordHash = await hashPassword(password);
  await superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.insert(users).values({
      ...{ username, displayName: "New", role: "official", mustChangePassword, passwordHash },
      departmentId: example?.departmentId ?? "",
      roleGrantedById: grantor?.id ?? null,
      createdAt: new Date(),
    });
  });
  return username;
}
