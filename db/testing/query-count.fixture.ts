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

type Node = Record<
  "Actual Rows" | "Actual Loops" | "Shared Hit Blocks" | "Shared Read Blocks",
  number
> & {
  "Relation Name"?: string;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
};

/** How many rows of its tables the database looks at for what something asks of it. */
export async function lookedAt(load: () => Promise<unknown>): Promise<number> {
  const plans = await plansOf(load);
  return plans.reduce((sum, plan) => sum + rowsOf(plan), 0);
}

/** How the database answers each of its queries. */
async function plansOf(load: () => Promise<unknown>): Promise<Node[]> {
  const client = database().$client;
  const spy = vi.spyOn(client, "unsafe");
  await load();
  const queries = spy.mock.calls.map(([query, parameters]) => [query, parameters] as const);
  spy.mockRestore();
  const plans: Node[] = [];
  for (const [query, parameters] of queries) {
    const [plan] = await client.unsafe(
      `explain (analyze, buffers, format json) ${query}`,
      parameters,
    );
    plans.push(plan?.["QUERY PLAN"][0].Plan);
  }
  return plans;
}

function rowsOf(node: Node): number {
  const removed =
    (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  const own = node["Relation Name"] ? (node["Actual Rows"] + removed) * node["Actual Loops"] : 0;
  return (node.Plans ?? []).reduce((sum, each) => sum + rowsOf(each), own);
}

/** How many blocks of its tables and indexes the database takes in hand for what something asks of it. */
export async function blocksOf(load: () => Promise<unknown>): Promise<number> {
  const plans = await plansOf(load);
  return plans.reduce(
    (sum, plan) => sum + plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
    0,
  );
}
