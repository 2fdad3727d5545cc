import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { users } from "@/db/schema/people";
import type { Actor } from "@/lib/domain/people/roles";

/** What a person may see of their own account beyond their name, role and unit. */
export async function ownAccount(actor: Actor) {
  const [account] = await database()
    .select({ username: users.username, email: users.email })
    .from(users)
    .where(eq(users.id, actor.id));
  return { username: account?.username ?? "", email: account?.email ?? "" };
}
