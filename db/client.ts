import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { databaseUrl } from "@/lib/env";

/** A server that is back is found at once, however long it was away; postgres.js would wait for up to 20 seconds. */
export const reconnecting = { connect_timeout: 10, backoff: () => 0.2 };

/**
 * How PostgreSQL plans what we ask: a row is found by its index as quickly as the next one is read, there being no disk that turns
 * any more; and to compile a question takes longer than to answer it.
 */
const planning = { random_page_cost: 1.1, jit: false };

/** Opens a pool on one database. Callers pass a URL of the role they may act as: the app never holds the owner's. */
export function connect(url: string, max = 10) {
  const client = postgres(url, {
    ...reconnecting,
    max,
    onnotice: () => {},
    connection: { timezone: "UTC", ...planning },
  });
  return { db: drizzle(client, { casing: "snake_case" }), close: () => client.end({ timeout: 5 }) };
}

export type Database = ReturnType<typeof connect>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** Reads run on the pool or inside a transaction. */
export type Reader = Database | Transaction;

let opened: ReturnType<typeof connect> | undefined;

/** The app's pool, opened at the first question so that a build needs no database. */
export function database(): Database {
  opened ??= connect(databaseUrl());
  return opened.db;
}

/** Ends the app's pool, for a process or a test that is done with it; the next question opens another. */
export async function closeDatabase(): Promise<void> {
  await opened?.close();
  opened = undefined;
}
