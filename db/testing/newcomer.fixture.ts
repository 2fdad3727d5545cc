import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { hashPassword } from "@/db/password";
import { users } from "@/db/schema/people";
import { recorded } from "./recorded.fixture";

/** Makes an official of no demo, whose password is not the one that the demo's accounts share; returns the user name. */
export async function makeNewcomer(
  owner: Database,
  { password, mustChangePassword }: { password: string; mustChangePassword: boolean },
): Promise<string> {
  const [example] = await owner.select().from(users).limit(1);
  const isGrantor = eq(users.role, "security_admin");
  const [grantor] = await owner.select().from(users).where(isGrantor).limit(1);
  const username = `newcomer-${randomUUID().slice(0, 8)}`;
  const passwordHash = await hashPassword(password);
  await recorded(owner, (tx) =>
    tx.insert(users).values({
      ...{ username, displayName: "New", role: "official", mustChangePassword, passwordHash },
      departmentId: example?.departmentId ?? "",
      roleGrantedById: grantor?.id ?? null,
      createdAt: new Date(),
    }),
  );
  return username;
}
