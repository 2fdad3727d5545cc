import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { candidateOwners, importCandidates } from "@/db/schema/import-candidates";
import { imports } from "@/db/schema/imports";
import { pageAt } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { keptCandidate } from "./reviewed";
import { ownerWords } from "./words";

const pageSize = 20;

/**
 * One page of what documents on their way in name as units and no unit is called: how many proposals name it, and the first
 * document that does. For whoever makes units; nobody else gets any.
 */
export async function unknownUnits(actor: Actor, asked: unknown) {
  if (!can(actor, "unit.manage")) return { rows: [], total: 0, page: 1, pages: 1 };
  const reader = database();
  const unknown = reader
    .select({
      words: ownerWords.as("words"),
      naming: sql`count(distinct ${importCandidates.id})`.mapWith(Number).as("naming"),
      document:
        sql<string>`min(coalesce(${imports.corrected} ->> 'title', ${imports.facts} ->> 'title'))`.as(
          "document",
        ),
    })
    .from(candidateOwners)
    .innerJoin(importCandidates, eq(importCandidates.id, candidateOwners.candidateId))
    .innerJoin(imports, eq(imports.id, importCandidates.importId))
    .where(
      and(
        eq(imports.state, "read"),
        eq(candidateOwners.find, "unknown"),
        isNull(candidateOwners.chosenAt),
        keptCandidate,
      ),
    )
    .groupBy(ownerWords)
    .as("unknown");
  const total = await reader.$count(unknown);
  const { page, pages, offset } = pageAt(total, asked, pageSize);
  const rows = await reader
    .select()
    .from(unknown)
    .orderBy(sql`naming desc`, sql`words`)
    .limit(pageSize)
    .offset(offset);
  return { rows, total, page, pages };
}
