import { and, asc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import {
  candidateDeadlines,
  candidateOwners,
  candidateTargets,
  importCandidates,
} from "@/db/schema/import-candidates";
import { imports } from "@/db/schema/imports";
import { departments, users } from "@/db/schema/people";
import { groupBy } from "@/lib/domain/group-by";
import type { Certainty } from "@/lib/domain/imports/candidates";
import type { CandidateState } from "@/lib/domain/imports/imports";
import { pageAt } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { deadlineOfRow, meantUnit } from "./reviewed";
import { ownerWords, wordsAt } from "./words";

const pageSize = 20;

export type CandidateFilter = {
  state?: CandidateState | undefined;
  certainty?: Certainty | undefined;
  /** Where a section begins; null for what stands before the first. */
  section?: number | null | undefined;
  /** The page on which this one stands. */
  around?: string | undefined;
};

function filtered(importId: string, { state, certainty, section }: CandidateFilter) {
  return and(
    eq(importCandidates.importId, importId),
    state ? eq(importCandidates.state, state) : undefined,
    certainty ? eq(importCandidates.certainty, certainty) : undefined,
    section === undefined
      ? undefined
      : sql`${importCandidates.section} is not distinct from ${section}::integer`,
  );
}

/**
 * One page of the proposals of an import in the order of the document, each with its words, owners, deadlines and targets, what
 * was proposed and what a person said; and how many there are. For overseers; nobody else gets any.
 */
export async function listCandidates(
  actor: Actor,
  importId: string,
  asked: CandidateFilter & { page: unknown },
) {
  if (!can(actor, "plan.draft")) return { rows: [], total: 0, page: 1, pages: 1 };
  const reader = database();
  const where = filtered(importId, asked);
  const [total, before] = await Promise.all([
    reader.$count(importCandidates, where),
    asked.around ? standingBefore(reader, asked.around, where) : null,
  ]);
  const wanted = before === null ? asked.page : Math.floor(before / pageSize) + 1;
  const { page, pages, offset } = pageAt(total, wanted, pageSize);
  const rows = await selected(reader, where).limit(pageSize).offset(offset);
  return { rows: await withWhatIsSaid(reader, rows), total, page, pages };
}

/** Some proposals of an import by their ids, as a list has them. For overseers; nobody else gets any. */
export async function candidatesOf(actor: Actor, importId: string, ids: readonly string[]) {
  if (!can(actor, "plan.draft") || ids.length === 0) return [];
  const reader = database();
  const own = and(eq(importCandidates.importId, importId), inArray(importCandidates.id, [...ids]));
  return withWhatIsSaid(reader, await selected(reader, own));
}

/** How many of a list stand before one of them; null where it is not there. */
async function standingBefore(reader: Reader, id: string, where: SQL | undefined) {
  const [found] = await reader
    .select({ position: importCandidates.position })
    .from(importCandidates)
    .where(and(eq(importCandidates.id, id), where));
  if (!found) return null;
  return reader.$count(importCandidates, and(where, lt(importCandidates.position, found.position)));
}

const selected = (reader: Reader, where: SQL | undefined) =>
  reader
    .select({
      candidate: importCandidates,
      title: wordsAt(importCandidates.titleStart, importCandidates.titleEnd),
      decidedBy: users.displayName,
    })
    .from(importCandidates)
    .innerJoin(imports, eq(imports.id, importCandidates.importId))
    .leftJoin(users, eq(users.id, importCandidates.decidedById))
    .where(where)
    .orderBy(asc(importCandidates.position), asc(importCandidates.id));

async function withWhatIsSaid(reader: Reader, rows: Awaited<ReturnType<typeof selected>>) {
  const ids = rows.map(({ candidate }) => candidate.id);
  const [owners, deadlines, targets] = await Promise.all([
    ownersIn(reader, ids),
    deadlinesIn(reader, ids),
    targetsIn(reader, ids),
  ]);
  return rows.map(({ candidate, title, decidedBy }) => ({
    ...{ ...candidate, title, decidedBy },
    owners: owners.get(candidate.id) ?? [],
    deadlines: deadlines.get(candidate.id) ?? [],
    targets: targets.get(candidate.id) ?? [],
  }));
}
export type ListedCandidate = Awaited<ReturnType<typeof listCandidates>>["rows"][number];

async function ownersIn(reader: Reader, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await reader
    .select({
      ...{ id: candidateOwners.id, candidateId: candidateOwners.candidateId },
      ...{ role: candidateOwners.role, rule: candidateOwners.rule, find: candidateOwners.find },
      ...{ start: candidateOwners.startsAt, end: candidateOwners.endsAt },
      words: ownerWords,
      unitId: meantUnit,
      unit: departments.name,
      chosenAt: candidateOwners.chosenAt,
    })
    .from(candidateOwners)
    .innerJoin(importCandidates, eq(importCandidates.id, candidateOwners.candidateId))
    .innerJoin(imports, eq(imports.id, importCandidates.importId))
    .leftJoin(departments, eq(departments.id, meantUnit))
    .where(inArray(candidateOwners.candidateId, ids))
    .orderBy(asc(candidateOwners.position));
  return groupBy(rows, ({ candidateId }) => candidateId);
}

async function deadlinesIn(reader: Reader, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await reader
    .select({
      row: candidateDeadlines,
      text: wordsAt(candidateDeadlines.startsAt, candidateDeadlines.endsAt),
    })
    .from(candidateDeadlines)
    .innerJoin(importCandidates, eq(importCandidates.id, candidateDeadlines.candidateId))
    .innerJoin(imports, eq(imports.id, importCandidates.importId))
    .where(inArray(candidateDeadlines.candidateId, ids))
    .orderBy(asc(candidateDeadlines.position));
  const told = rows.map(({ row, text }) => ({
    ...{ candidateId: row.candidateId, text, ...deadlineOfRow(row) },
  }));
  return groupBy(told, ({ candidateId }) => candidateId);
}

async function targetsIn(reader: Reader, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await reader
    .select({
      row: candidateTargets,
      text: wordsAt(candidateTargets.startsAt, candidateTargets.endsAt),
    })
    .from(candidateTargets)
    .innerJoin(importCandidates, eq(importCandidates.id, candidateTargets.candidateId))
    .innerJoin(imports, eq(imports.id, importCandidates.importId))
    .where(inArray(candidateTargets.candidateId, ids))
    .orderBy(asc(candidateTargets.position));
  return groupBy(
    rows.map(({ row, text }) => ({ ...row, text })),
    ({ candidateId }) => candidateId,
  );
}

/**
 * The sections of an import in their order: where each begins and what its heading says, how many proposals stand in it, and how
 * many of them are sure and undecided.
 */
export async function importSections(actor: Actor, importId: string) {
  if (!can(actor, "plan.draft")) return [];
  const reader = database();
  const sure = sql`${importCandidates.state} = 'proposed' and ${importCandidates.certainty} = 'sure'`;
  const sections = reader
    .select({
      section: importCandidates.section,
      position: sql`min(${importCandidates.position})`.as("position"),
      heading:
        sql`(array_agg(${importCandidates.headings} -> 0 order by ${importCandidates.position}))[1]`.as(
          "heading",
        ),
      count: sql`count(*)`.mapWith(Number).as("count"),
      left: sql`count(*) filter (where ${importCandidates.state} = 'proposed')`
        .mapWith(Number)
        .as("left"),
      sure: sql`count(*) filter (where ${sure})`.mapWith(Number).as("sure"),
    })
    .from(importCandidates)
    .where(eq(importCandidates.importId, importId))
    .groupBy(importCandidates.section)
    .as("sections");
  const placeOf = (end: "start" | "end") => sql`(${sections.heading} ->> ${end}::text)::integer`;
  const words = wordsAt(placeOf("start"), placeOf("end"));
  return reader
    .select({
      section: sections.section,
      title: sql<string>`coalesce(${words}, '')`,
      ...{ count: sections.count, left: sections.left, sure: sections.sure },
    })
    .from(sections)
    .innerJoin(imports, eq(imports.id, importId))
    .orderBy(sections.position);
}
