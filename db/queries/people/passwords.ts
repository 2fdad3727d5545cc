import { and, desc, eq } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { passwordHistory, users } from "@/db/schema/people";
import { answeredRequests } from "@/db/schema/requests";
import { rememberedPasswords } from "@/lib/domain/people/passwords";
import type { Actor } from "@/lib/domain/people/roles";

/** The present password of an account and those before it that are not taken again, newest first, all as hashes. */
export type KeptPasswords = { username: string; present: string; earlier: string[] };

/** One's own passwords; undefined once the account is gone. */
export function ownPasswords(actor: Actor): Promise<KeptPasswords | undefined> {
  return keptPasswords(database(), actor.id);
}

export async function keptPasswords(
  reader: Reader,
  userId: string,
): Promise<KeptPasswords | undefined> {
  const [account] = await reader
    .select({ username: users.username, present: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  if (!account) return undefined;
  const earlier = await reader
    .select({ hash: passwordHistory.passwordHash })
    .from(passwordHistory)
    .where(eq(passwordHistory.userId, userId))
    .orderBy(desc(passwordHistory.id))
    .limit(rememberedPasswords - 1);
  return { ...account, earlier: earlier.map(({ hash }) => hash) };
}

/** Whether this person's press of this key has been answered: it was sent again because the answer was lost. */
export async function isAnswered(actor: Actor, key: string): Promise<boolean> {
  const { actorId, key: answered } = answeredRequests;
  const isIt = and(eq(actorId, actor.id), eq(answered, key));
  return (await database().$count(answeredRequests, isIt)) > 0;
}
