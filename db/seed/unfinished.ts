import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

const appendOnly = [
  "audit_events",
  "revisions",
  "review_decisions",
  "published_reports",
  "answered_requests",
  "due_moves",
  "files",
  "comments",
  "releases",
  "withdrawals",
  "letters",
];
const roots = ["departments", "source_pages", "calendar_exceptions", "calendar_years"];

/**
 * Empties our tables after a seed that was cut off. Only the owner can, and only a database without an installation
 * row comes here, so no history that anybody has made is ever lost.
 */
export async function clearUnfinishedSeed(tx: Transaction): Promise<void> {
  for (const table of appendOnly) await setGuards(tx, table, "disable");
  const tables = [...roots, ...appendOnly].map((table) => sql.identifier(table));
  await tx.execute(sql`truncate ${sql.join(tables, sql`, `)} cascade`);
  for (const table of appendOnly) await setGuards(tx, table, "enable");
}

async function setGuards(tx: Transaction, table: string, verb: "enable" | "disable") {
  await tx.execute(sql`alter table ${sql.identifier(table)} ${sql.raw(verb)} trigger user`);
}
