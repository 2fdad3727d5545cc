import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { collectives } from "@/db/mutations/registrations/drafts";
import { runOnce } from "@/db/mutations/transaction";
import { reviewedCandidates } from "@/db/queries/imports/reviewed";
import { importCandidates } from "@/db/schema/import-candidates";
import { draftTaskOf } from "@/lib/domain/imports/drafted";
import { draftProblems } from "@/lib/domain/imports/filing";
import { decisionRefusal } from "@/lib/domain/imports/imports";
import type { EditCandidateInput, Edited, MergeCandidatesInput } from "@/lib/domain/imports/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { lockCandidates, lockImport, textOf, updateCandidates } from "./locked";

/**
 * Says something in the place of what was proposed: its title, units, deadline, kind, or what it is a part of. What was proposed
 * stays beside it. Refuses a day or unit that a draft refuses, and a proposal that would be part of itself.
 */
export function editCandidate(actor: Actor, input: EditCandidateInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, { id: input.id });
    const [row] = await lockCandidates(tx, found.id, [input.candidate]);
    if (!row) throw new Refused(refuse("not_found"));
    insist(decisionRefusal(row.state, "edit"));
    if (input.edited.parentId) await refuseParent(tx, found.id, row.id, input.edited.parentId);
    const edited = { ...row.edited, ...said(input.edited) };
    const decided = { state: "edited", decidedById: actor.id, decidedAt: now } as const;
    await updateCandidates(tx, [row.id], { edited, ...decided });
    await refuseProblem(tx, found.id, row.id, edited);
    const event = { type: "import.decided", title: found.title, decision: "edit" } as const;
    await recordEvent(tx, actor, { ...event, count: 1 }, {}, now);
    return { id: row.id, version: row.version + 1 };
  });
}

/** What a person really said: a field that they left out is not there at all. */
function said(edited: EditCandidateInput["edited"]): Edited {
  return Object.fromEntries(Object.entries(edited).filter(([, value]) => value !== undefined));
}

async function refuseParent(tx: Transaction, importId: string, id: string, parentId: string) {
  const rows = await tx
    .select({
      id: importCandidates.id,
      parentId: importCandidates.parentId,
      edited: importCandidates.edited,
    })
    .from(importCandidates)
    .where(eq(importCandidates.importId, importId));
  const above = new Map(
    rows.map((row) => [
      row.id,
      row.edited?.parentId === undefined ? row.parentId : row.edited.parentId,
    ]),
  );
  if (!above.has(parentId)) throw new Refused(refuse("not_found"));
  const seen = new Set<string>();
  for (let at: string | null = parentId; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === id) throw new Refused(refuse("import_parent_below", { field: "parentId" }));
    seen.add(at);
  }
}

const fieldsOf: Partial<Record<keyof Edited, readonly string[]>> = {
  title: ["title"],
  leadId: ["lead", "leadId", "cooperating"],
  cooperatingIds: ["cooperating", "leadId"],
  deadline: ["dueOn", "windowStart"],
};

/** Refuses what a draft would refuse of that which was edited; faults that the document has itself can wait. */
export async function refuseProblem(
  tx: Transaction,
  importId: string,
  id: string,
  edited: Edited,
): Promise<void> {
  const text = await textOf(tx, importId);
  const [candidate] = await reviewedCandidates(tx, importId, [id]);
  if (!candidate) return;
  const task = draftTaskOf(candidate, text);
  const [problem] = draftProblems([task], text, await collectives(tx, [task]));
  const own = (Object.keys(edited) as (keyof Edited)[]).flatMap((key) => fieldsOf[key] ?? []);
  if (problem && own.includes(problem.refusal.field ?? "")) throw new Refused(problem.refusal);
}

/** Makes several proposals one: the first has the quotes of all, in the order of the text. Refuses one that is decided away. */
export function mergeCandidates(actor: Actor, input: MergeCandidatesInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, { id: input.id });
    const others = input.candidates.filter(({ id }) => id !== input.into.id);
    if (others.length === 0) throw new Refused(refuse("invalid_input"));
    const rows = await lockCandidates(tx, found.id, [input.into, ...others]);
    for (const { state } of rows) insist(decisionRefusal(state, "merge"));
    const into = rows.find(({ id }) => id === input.into.id);
    if (!into) throw new Refused(refuse("not_found"));
    const merged = rows.filter(({ id }) => id !== into.id);
    const quotesOf = ({ edited, quotes }: typeof into) => edited?.quotes ?? quotes;
    const [first, ...more] = quotesOf(into);
    const quotes: Edited["quotes"] = [first, ...more, ...merged.flatMap(quotesOf)];
    const decided = { decidedById: actor.id, decidedAt: now };
    await updateCandidates(
      tx,
      merged.map(({ id }) => id),
      { ...decided, state: "merged", mergedIntoId: into.id },
    );
    const edited = { ...into.edited, quotes };
    await updateCandidates(tx, [into.id], { ...decided, state: "edited", edited });
    const event = { type: "import.decided", title: found.title, decision: "merge" } as const;
    await recordEvent(tx, actor, { ...event, count: rows.length }, {}, now);
    return { id: into.id, version: into.version + 1 };
  });
}
