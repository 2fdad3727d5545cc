import { and, eq, gt, gte, lt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import {
  candidateDeadlines,
  candidateOwners,
  candidateTargets,
  importCandidates,
} from "@/db/schema/import-candidates";
import type { Place } from "@/lib/domain/documents/quotes";
import { decisionRefusal } from "@/lib/domain/imports/imports";
import type { SplitCandidateInput } from "@/lib/domain/imports/inputs";
import { splitPlaces } from "@/lib/domain/imports/splits";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { type CandidateRow, lockCandidates, lockImport, textOf, updateCandidates } from "./locked";

/** What is said of a proposal in some words of the text. */
const said = [candidateOwners, candidateDeadlines, candidateTargets] as const;

/**
 * Splits a proposal in two within its first quote: the second part, with what its words say of owners and days, waits for a
 * decision of its own. Refuses a place where a part would have no words.
 */
export function splitCandidate(actor: Actor, input: SplitCandidateInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, { id: input.id });
    const [row] = await lockCandidates(tx, found.id, [input.candidate]);
    if (!row) throw new Refused(refuse("not_found"));
    insist(decisionRefusal(row.state, "split"));
    const [quote, ...others] = row.edited?.quotes ?? row.quotes;
    const places = splitPlaces(await textOf(tx, found.id), quote, input.at);
    if (!places) throw new Refused(refuse("import_split_place", { field: "at" }));
    await makeRoom(tx, row);
    const id = await insertSecond(tx, row, places.second, places.title);
    await moveWhatIsSaid(tx, row.id, id, places.second);
    await updateCandidates(tx, [row.id], {
      ...{ edited: { ...row.edited, quotes: [places.first, ...others] }, state: "edited" },
      ...{ decidedById: actor.id, decidedAt: now },
    });
    const event = { type: "import.decided", title: found.title, decision: "split" } as const;
    await recordEvent(tx, actor, { ...event, count: 1 }, {}, now);
    return { id };
  });
}

async function makeRoom(tx: Transaction, { importId, position }: CandidateRow) {
  await tx
    .update(importCandidates)
    .set({ position: sql`${importCandidates.position} + 1` })
    .where(and(eq(importCandidates.importId, importId), gt(importCandidates.position, position)));
}

async function insertSecond(tx: Transaction, row: CandidateRow, quote: Place, title: Place) {
  const { importId, position, path, kind, parentId, headings, section, leadIns } = row;
  const { ownerScope, ownerStart, ownerEnd, isOpenEnded } = row;
  const [made] = await tx
    .insert(importCandidates)
    .values({
      ...{ importId, position: position + 1, path, kind, parentId, headings, section, leadIns },
      ...{ titleStart: title.start, titleEnd: title.end, quotes: [quote] },
      ...{ ownerScope, ownerStart, ownerEnd, isOpenEnded, isOptional: false },
      ...{ certainty: "doubtful", evidence: [{ rule: "split_by_hand", weight: 0 }] },
      splitFromId: row.id,
    })
    .returning({ id: importCandidates.id });
  if (!made) throw new Error("The second part was not inserted");
  return made.id;
}

/** What is said within a part goes with it. */
async function moveWhatIsSaid(tx: Transaction, from: string, to: string, within: Place | null) {
  for (const table of said)
    await tx
      .update(table)
      .set({ candidateId: to })
      .where(
        and(
          eq(table.candidateId, from),
          within ? gte(table.startsAt, within.start) : undefined,
          within ? lt(table.startsAt, within.end) : undefined,
        ),
      );
}

/** Joins again what was split off a proposal. Refuses while somebody has decided on that part. */
export async function takeBackSplit(tx: Transaction, { id }: CandidateRow): Promise<void> {
  const parts = await tx
    .select()
    .from(importCandidates)
    .where(eq(importCandidates.splitFromId, id))
    .for("update");
  for (const part of parts) {
    if (part.state !== "proposed") throw new Refused(refuse("import_parts_decided"));
    await takeBackSplit(tx, part);
    await moveWhatIsSaid(tx, part.id, id, null);
    await tx.delete(importCandidates).where(eq(importCandidates.id, part.id));
  }
}
