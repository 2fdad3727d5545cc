import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { importCandidates } from "@/db/schema/import-candidates";
import type { Place } from "@/lib/domain/documents/quotes";
import { decisionRefusal } from "@/lib/domain/imports/imports";
import type { ConfirmSureInput, DecideCandidatesInput } from "@/lib/domain/imports/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { type CandidateRow, lockCandidates, lockImport, updateCandidates } from "./locked";
import { takeBackSplit } from "./splits";

/**
 * Confirms or rejects proposals as they are, or takes back what was decided on them: then they stand as they were proposed.
 * Refuses one that somebody has decided meanwhile, and one of which a part that was split off is decided.
 */
export function decideCandidates(actor: Actor, input: DecideCandidatesInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, { id: input.id });
    const rows = await lockCandidates(tx, found.id, input.candidates);
    for (const { state } of rows) insist(decisionRefusal(state, input.decision));
    if (input.decision === "undo") await undo(tx, rows);
    else {
      const state = input.decision === "confirm" ? "confirmed" : "rejected";
      const ids = rows.map(({ id }) => id);
      await updateCandidates(tx, ids, { state, decidedById: actor.id, decidedAt: now });
    }
    const { decision } = input;
    const event = { type: "import.decided", title: found.title, decision } as const;
    await recordEvent(tx, actor, { ...event, count: rows.length }, {}, now);
    return { count: rows.length };
  });
}

/** With what was merged into them: a merge is taken back from either side. */
async function undo(tx: Transaction, decided: readonly CandidateRow[]) {
  const ids = decided.map(({ id }) => id);
  const merged = await tx
    .select()
    .from(importCandidates)
    .where(and(inArray(importCandidates.mergedIntoId, ids), notInArray(importCandidates.id, ids)))
    .orderBy(importCandidates.position, importCandidates.id)
    .for("update");
  const rows = [...decided, ...merged];
  for (const row of rows) {
    await takeBackSplit(tx, row);
    if (row.mergedIntoId !== null) await takeQuotesFrom(tx, row.mergedIntoId, row);
  }
  const nobody = { decidedById: null, decidedAt: null, mergedIntoId: null };
  const back = (known: boolean) =>
    updateCandidates(
      tx,
      rows.filter(({ isKnown }) => isKnown === known).map(({ id }) => id),
      { ...nobody, state: known ? "known" : "proposed", edited: null, answered: [] },
    );
  await back(true);
  await back(false);
}

/** What was merged takes its quotes with it. */
async function takeQuotesFrom(tx: Transaction, id: string, row: CandidateRow) {
  const [into] = await tx
    .select()
    .from(importCandidates)
    .where(eq(importCandidates.id, id))
    .for("update");
  if (!into?.edited?.quotes) return;
  const own = (row.edited?.quotes ?? row.quotes).map(({ start }) => start);
  const [first, ...others] = into.edited.quotes.filter(({ start }) => !own.includes(start));
  if (!first) return;
  const edited = { ...into.edited, quotes: [first, ...others] as [Place, ...Place[]] };
  await updateCandidates(tx, [id], { edited });
}

/**
 * Confirms all in a section that is sure and that nobody has decided. Refuses when those are not as many as the page said: then
 * somebody was there meanwhile.
 */
export function confirmSure(actor: Actor, input: ConfirmSureInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, { id: input.id });
    const rows = await tx
      .select({ id: importCandidates.id })
      .from(importCandidates)
      .where(
        and(
          eq(importCandidates.importId, found.id),
          input.section === null
            ? isNull(importCandidates.section)
            : eq(importCandidates.section, input.section),
          eq(importCandidates.state, "proposed"),
          eq(importCandidates.certainty, "sure"),
        ),
      )
      .orderBy(importCandidates.position, importCandidates.id)
      .for("update");
    if (rows.length !== input.count) throw new Refused(refuse("import_changed"));
    const ids = rows.map(({ id }) => id);
    const decided = { state: "confirmed", decidedById: actor.id, decidedAt: now } as const;
    await updateCandidates(tx, ids, decided);
    const event = { type: "import.decided", title: found.title, decision: "confirm" } as const;
    await recordEvent(tx, actor, { ...event, count: rows.length }, {}, now);
    return { count: rows.length };
  });
}
