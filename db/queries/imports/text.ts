import { and, asc, eq, gte, lt } from "drizzle-orm";
import { database } from "@/db/client";
import {
  candidateDeadlines,
  candidateOwners,
  candidateTargets,
  importCandidates,
} from "@/db/schema/import-candidates";
import { documentBlocks, imports } from "@/db/schema/imports";
import { pageAt } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { blockOf } from "./document";

/** How many blocks of a document a page shows at once. */
const blocksPerPart = 200;

export const spanKinds = ["quote", "title", "owner", "deadline", "target"] as const;
export type SpanKind = (typeof spanKinds)[number];
export type Span = { candidateId: string; kind: SpanKind; start: number; end: number };

/**
 * A part of the document of an import: its blocks with their words, and every place that proposals made of them; places count
 * from the beginning of the whole text. For overseers; null for everybody else and while it is not read.
 */
export async function importTextPart(actor: Actor, id: string, asked: unknown) {
  if (!can(actor, "plan.draft")) return null;
  const reader = database();
  const [found] = await reader
    .select({ text: imports.text })
    .from(imports)
    .where(eq(imports.id, id));
  if (!found || found.text === null) return null;
  const total = await reader.$count(documentBlocks, eq(documentBlocks.importId, id));
  const { page: part, pages: parts, offset } = pageAt(total, asked, blocksPerPart);
  const rows = await reader
    .select()
    .from(documentBlocks)
    .where(
      and(
        eq(documentBlocks.importId, id),
        gte(documentBlocks.position, offset),
        lt(documentBlocks.position, offset + blocksPerPart),
      ),
    )
    .orderBy(asc(documentBlocks.position));
  const { text } = found;
  const blocks = rows.map((row) => {
    const block = blockOf(row);
    return { ...block, text: text.slice(block.start, block.end) };
  });
  const start = Math.min(...blocks.map((block) => block.start), text.length);
  const end = Math.max(...blocks.map((block) => block.end), start);
  const spans = (await spansOf(id)).filter((span) => span.start < end && start < span.end);
  return { part, parts, start, end, blocks, spans };
}

/** The part in which a place of the text stands. */
export async function partOfPlace(actor: Actor, id: string, at: number): Promise<number> {
  if (!can(actor, "plan.draft")) return 1;
  const before = await database().$count(
    documentBlocks,
    and(eq(documentBlocks.importId, id), lt(documentBlocks.endsAt, at)),
  );
  return Math.floor(before / blocksPerPart) + 1;
}

async function spansOf(importId: string): Promise<Span[]> {
  const reader = database();
  const candidates = await reader
    .select({
      ...{ id: importCandidates.id, quotes: importCandidates.quotes },
      ...{ start: importCandidates.titleStart, end: importCandidates.titleEnd },
      edited: importCandidates.edited,
    })
    .from(importCandidates)
    .where(eq(importCandidates.importId, importId))
    .orderBy(asc(importCandidates.position));
  const ofTable = async (
    table: typeof candidateOwners | typeof candidateDeadlines | typeof candidateTargets,
    kind: SpanKind,
  ): Promise<Span[]> => {
    const rows = await reader
      .select({ candidateId: table.candidateId, start: table.startsAt, end: table.endsAt })
      .from(table)
      .innerJoin(importCandidates, eq(importCandidates.id, table.candidateId))
      .where(eq(importCandidates.importId, importId))
      .orderBy(asc(table.startsAt));
    return rows.map((row) => ({ ...row, kind }));
  };
  return [
    ...candidates.flatMap(({ id: candidateId, quotes, start, end, edited }) => [
      ...(edited?.quotes ?? quotes).map(
        (quote): Span => ({ candidateId, kind: "quote", ...quote }),
      ),
      { candidateId, kind: "title" as const, start, end },
    ]),
    ...(await ofTable(candidateOwners, "owner")),
    ...(await ofTable(candidateDeadlines, "deadline")),
    ...(await ofTable(candidateTargets, "target")),
  ];
}
