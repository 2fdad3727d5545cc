import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Answers when the database does; throws otherwise. */
export async function pingDatabase(): Promise<void> {
  await database().execute(sql`select 1`);
}
