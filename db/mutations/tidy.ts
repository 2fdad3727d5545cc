import { lt, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { signInAttempts } from "@/db/schema/people";

/** Deletes what counts no more: failed sign-ins whose time is over. */
export async function tidy(): Promise<void> {
  await database().delete(signInAttempts).where(lt(signInAttempts.expire, sql`now()`));
}
