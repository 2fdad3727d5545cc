import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importCandidates } from "@/db/schema/import-candidates";
import { imports } from "@/db/schema/imports";
import type { ImportState } from "@/lib/domain/imports/imports";
import type { SeenCandidate } from "@/lib/domain/imports/inputs";
import { importTitle } from "@/lib/domain/imports/said-facts";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";

/** All but the file and the text, which are long. */
const { bytes: _bytes, text: _text, ...light } = getTableColumns(imports);
export type CandidateRow = typeof importCandidates.$inferSelect;

/**
 * An import under lock. With a version the whole of it, from everybody; without one so that others may decide on its proposals
 * beside this. Refuses who may not draft plans, one that is in another state, and a page that is no longer true.
 */
export async function lockImport(
  tx: Transaction,
  actor: Actor,
  { id, version }: { id: string; version?: number },
  states: readonly ImportState[] = ["read"],
) {
  insist(refusalFor(actor, "plan.draft"));
  const [found] = await tx
    .select(light)
    .from(imports)
    .where(eq(imports.id, id))
    .for(version === undefined ? "share" : "update");
  if (!found) throw new Refused(refuse("not_found"));
  if (version !== undefined && found.version !== version)
    throw new Refused(refuse("import_changed"));
  if (!states.includes(found.state)) throw new Refused(refuse("import_wrong_state"));
  return { ...found, title: importTitle(found) };
}

/** Writes a locked import. */
export async function updateImport(
  tx: Transaction,
  id: string,
  changes: Partial<typeof imports.$inferInsert>,
  now: Date,
): Promise<{ id: string; version: number }> {
  const [updated] = await tx
    .update(imports)
    .set({ ...changes, changedAt: now, version: sql`${imports.version} + 1` })
    .where(eq(imports.id, id))
    .returning({ id: imports.id, version: imports.version });
  if (!updated) throw new Error("The import was not updated");
  return updated;
}

/** The canonical text of an import. */
export async function textOf(tx: Transaction, id: string): Promise<string> {
  const [found] = await tx.select({ text: imports.text }).from(imports).where(eq(imports.id, id));
  return found?.text ?? "";
}

/** Proposals of an import under lock, in their order. Refuses any that is not there or is no longer as it was seen. */
export async function lockCandidates(
  tx: Transaction,
  importId: string,
  seen: readonly SeenCandidate[],
): Promise<CandidateRow[]> {
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  const rows = await tx
    .select()
    .from(importCandidates)
    .where(
      and(
        eq(importCandidates.importId, importId),
        inArray(importCandidates.id, [...versions.keys()]),
      ),
    )
    .orderBy(importCandidates.position, importCandidates.id)
    .for("update");
  if (rows.length < versions.size) throw new Refused(refuse("not_found"));
  if (rows.some(({ id, version }) => versions.get(id) !== version))
    throw new Refused(refuse("import_changed"));
  return rows;
}

/** Writes locked proposals, all alike. */
export async function updateCandidates(
  tx: Transaction,
  ids: readonly string[],
  changes: Partial<typeof importCandidates.$inferInsert>,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(importCandidates)
    .set({ ...changes, version: sql`${importCandidates.version} + 1` })
    .where(inArray(importCandidates.id, [...ids]));
}
