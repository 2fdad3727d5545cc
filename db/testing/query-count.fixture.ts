import { vi } from "vitest";
import { database } from "@/db/client";

export type Asked = { queries: number; rows: number };

/** How often something asks the database, and how many rows come to it. */
export async function asked(load: () => Promise<unknown>): Promise<Asked> {
  const spy = vi.spyOn(database().$client, "unsafe");
  await load();
  // A query is asked once: its rows are what has come already.
  const answers = await Promise.all(spy.mock.results.map(({ value }) => value));
  spy.mockRestore();
  return { queries: answers.length, rows: answers.reduce((sum, rows) => sum + rows.length, 0) };
}
