import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { importCandidates } from "@/db/schema/import-candidates";
import { documentBlocks, imports } from "@/db/schema/imports";
import { users } from "@/db/schema/people";
import type { Certainty } from "@/lib/domain/imports/candidates";
import {
  type CandidateState,
  candidateStates,
  type ImportState,
} from "@/lib/domain/imports/imports";
import { importTitle } from "@/lib/domain/imports/said-facts";
import { pageAt } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

const pageSize = 20;
const { bytes: _bytes, text: _text, ...light } = getTableColumns(imports);

/** How many of the proposals of an import are there, and how many nobody has decided. */
const countOf = (state?: CandidateState) =>
  sql`(select count(*) from ${importCandidates} where ${and(
    eq(importCandidates.importId, imports.id),
    state ? eq(importCandidates.state, state) : undefined,
  )})`.mapWith(Number);

/** One page of the documents that came in, the newest first, of one state or of all, and how many there are. For overseers; nobody else gets any. */
export async function listImports(
  actor: Actor,
  asked: { page: unknown; state: ImportState | null },
) {
  if (!can(actor, "plan.draft")) return { rows: [], total: 0, page: 1, pages: 1 };
  const where = asked.state === null ? undefined : eq(imports.state, asked.state);
  const reader = database();
  const total = await reader.$count(imports, where);
  const { page, pages, offset } = pageAt(total, asked.page, pageSize);
  const rows = await reader
    .select({
      ...{ id: imports.id, name: imports.name, state: imports.state, stage: imports.stage },
      ...{ facts: imports.facts, corrected: imports.corrected, startedAt: imports.startedAt },
      ...{ registrationId: imports.registrationId, startedBy: users.displayName },
      ...{ editionOfId: imports.editionOfId, refusal: imports.refusal },
      ...{ proposals: countOf(), left: countOf("proposed") },
    })
    .from(imports)
    .innerJoin(users, eq(users.id, imports.startedById))
    .where(where)
    .orderBy(desc(imports.startedAt), imports.id)
    .limit(pageSize)
    .offset(offset);
  return {
    rows: rows.map((row) => ({ ...row, title: importTitle(row) })),
    ...{ total, page, pages },
  };
}

/**
 * One import without its text: how far its reading has come, what the document says of itself, what could not be read, and how
 * many proposals there are of each state and certainty. For overseers; null for everybody else and where there is none.
 */
export async function importDetail(actor: Actor, id: string) {
  if (!can(actor, "plan.draft")) return null;
  const reader = database();
  const [found] = await reader
    .select({ ...light, startedBy: users.displayName })
    .from(imports)
    .innerJoin(users, eq(users.id, imports.startedById))
    .where(eq(imports.id, id));
  if (!found) return null;
  const [counted, shape] = await Promise.all([
    reader
      .select({
        state: importCandidates.state,
        certainty: importCandidates.certainty,
        count: sql`count(*)`.mapWith(Number),
      })
      .from(importCandidates)
      .where(eq(importCandidates.importId, id))
      .groupBy(importCandidates.state, importCandidates.certainty),
    reader
      .select({
        blocks: sql`count(*)`.mapWith(Number),
        pages: sql<number | null>`max(${documentBlocks.page})`,
        tables: sql`count(distinct ${documentBlocks.tableNumber})`.mapWith(Number),
      })
      .from(documentBlocks)
      .where(eq(documentBlocks.importId, id)),
  ]);
  const countIn = (state: CandidateState, certainty?: Certainty) =>
    counted
      .filter((row) => row.state === state && (!certainty || row.certainty === certainty))
      .reduce((sum, { count }) => sum + count, 0);
  return {
    ...found,
    title: importTitle(found),
    said: found.corrected ?? found.facts,
    ...(shape[0] ?? { blocks: 0, pages: null, tables: 0 }),
    counts: Object.fromEntries(candidateStates.map((state) => [state, countIn(state)])) as Record<
      CandidateState,
      number
    >,
    left: {
      sure: countIn("proposed", "sure"),
      likely: countIn("proposed", "likely"),
      doubtful: countIn("proposed", "doubtful"),
    },
  };
}
export type ImportDetail = NonNullable<Awaited<ReturnType<typeof importDetail>>>;
