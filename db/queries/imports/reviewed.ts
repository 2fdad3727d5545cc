import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import {
  candidateDeadlines,
  candidateOwners,
  importCandidates,
} from "@/db/schema/import-candidates";
import { groupBy } from "@/lib/domain/group-by";
import type { CandidateDeadline } from "@/lib/domain/imports/candidates";
import type { Reviewed } from "@/lib/domain/imports/drafted";
import { keptStates } from "@/lib/domain/imports/imports";

/** Which unit is meant: the one that a person chose, or else the one that was found. */
export const meantUnit = sql<string | null>`case when ${candidateOwners.chosenAt} is null
  then ${candidateOwners.foundId} else ${candidateOwners.chosenId} end`;

/** An owner row of a proposal that becomes a task. */
export const keptCandidate = inArray(importCandidates.state, [...keptStates]);

/** The proposals of an import that become tasks, as they stand now; of some ids only those, whatever their state. */
export async function reviewedCandidates(
  reader: Reader,
  importId: string,
  ids?: readonly string[],
): Promise<Reviewed[]> {
  const own = and(
    eq(importCandidates.importId, importId),
    ids ? inArray(importCandidates.id, [...ids]) : keptCandidate,
  );
  const [rows, owners, deadlines] = [
    await reader
      .select()
      .from(importCandidates)
      .where(own)
      .orderBy(asc(importCandidates.position), asc(importCandidates.id)),
    await ownersOf(reader, own),
    await deadlinesOf(reader, own),
  ];
  return rows.map((row) => reviewedOf(row, owners.get(row.id) ?? [], deadlines.get(row.id) ?? []));
}

type SaidOwner = {
  role: (typeof candidateOwners.$inferSelect)["role"];
  unitId: string | null;
  chosenAt: Date | null;
};

/** A row with its owners and times as the proposal that it stands for now. */
export function reviewedOf(
  row: typeof importCandidates.$inferSelect,
  owners: readonly SaidOwner[],
  deadlines: CandidateDeadline[],
): Reviewed {
  const { id, parentId, kind, quotes, edited, ownerStart: start, ownerEnd: end } = row;
  return {
    ...{ id, parentId, kind, quotes, edited, deadlines },
    title: { start: row.titleStart, end: row.titleEnd },
    verbatim: start === null || end === null ? null : { start, end },
    owners: owners.map(({ role, unitId, chosenAt }) => ({
      ...{ role, unitId, isByHand: chosenAt !== null },
    })),
  };
}

async function ownersOf(reader: Reader, own: SQL | undefined) {
  const rows = await reader
    .select({
      candidateId: candidateOwners.candidateId,
      role: candidateOwners.role,
      chosenAt: candidateOwners.chosenAt,
      unitId: meantUnit,
    })
    .from(candidateOwners)
    .innerJoin(importCandidates, eq(importCandidates.id, candidateOwners.candidateId))
    .where(own)
    .orderBy(asc(candidateOwners.position));
  return groupBy(rows, ({ candidateId }) => candidateId);
}

async function deadlinesOf(reader: Reader, own: SQL | undefined) {
  const rows = await reader
    .select({ deadline: candidateDeadlines })
    .from(candidateDeadlines)
    .innerJoin(importCandidates, eq(importCandidates.id, candidateDeadlines.candidateId))
    .where(own)
    .orderBy(asc(candidateDeadlines.position));
  const groups = new Map<string, CandidateDeadline[]>();
  for (const { deadline } of rows) {
    const list = groups.get(deadline.candidateId) ?? [];
    groups.set(deadline.candidateId, [...list, deadlineOfRow(deadline)]);
  }
  return groups;
}

/** A row as the time expression that was kept in it. */
export function deadlineOfRow(row: typeof candidateDeadlines.$inferSelect): CandidateDeadline {
  const { startsAt, endsAt, fromDay: start, toDay: end, ...said } = row;
  const { kind, precision, anchor, isSoft, rrule, amount, unit, rule } = said;
  const words = { start: startsAt, end: endsAt };
  return { words, kind, start, end, precision, anchor, isSoft, rrule, amount, unit, rule };
}

/** Where the proposals that become no task lead: what was merged to what it went into, the others to what they stood under. */
export async function leftOutOf(
  reader: Reader,
  importId: string,
): Promise<Map<string, string | null>> {
  const rows = await reader
    .select({
      id: importCandidates.id,
      leadsTo: sql<
        string | null
      >`coalesce(${importCandidates.mergedIntoId}, ${importCandidates.parentId})`,
    })
    .from(importCandidates)
    .where(
      and(
        eq(importCandidates.importId, importId),
        inArray(importCandidates.state, ["rejected", "merged", "known"]),
      ),
    );
  return new Map(rows.map(({ id, leadsTo }) => [id, leadsTo]));
}
