import { and, isNull, lt, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { signInAttempts } from "@/db/schema/people";
import { citizenMails, publicAttempts, subscriptions } from "@/db/schema/subscriptions";

/**
 * Deletes what counts no more: failed sign-ins and public requests whose time is over, wishes to follow that no mailbox
 * confirmed within three days, mail that no server took within five. `now` is the app's clock.
 */
export async function cleanUp(now: Date): Promise<void> {
  const db = database();
  await db.delete(signInAttempts).where(lt(signInAttempts.expire, sql`now()`));
  await db.delete(publicAttempts).where(lt(publicAttempts.expire, sql`now()`));
  const isOld = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db
    .delete(subscriptions)
    .where(and(isNull(subscriptions.confirmedAt), lt(subscriptions.askedAt, isOld(3))));
  await db.delete(citizenMails).where(lt(citizenMails.createdAt, isOld(5)));
}
