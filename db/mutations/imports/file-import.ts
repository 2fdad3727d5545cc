import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { beginRegistration } from "@/db/mutations/registrations/begin";
import { collectives } from "@/db/mutations/registrations/drafts";
import { runOnce } from "@/db/mutations/transaction";
import { leftOutOf, reviewedCandidates } from "@/db/queries/imports/reviewed";
import { importCandidates } from "@/db/schema/import-candidates";
import { draftTasksOf } from "@/lib/domain/imports/drafted";
import { draftProblems } from "@/lib/domain/imports/filing";
import type { FileImportInput } from "@/lib/domain/imports/inputs";
import { draftDocumentOf, type SaidFacts } from "@/lib/domain/imports/said-facts";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import type { DraftDocument } from "@/lib/domain/registrations/drafts";
import { lockImport, textOf, updateCandidates, updateImport } from "./locked";

/**
 * Confirms all that is left and makes the draft (拟办稿) of a plan, or of more tasks of one, in one transaction: the document with
 * its text, sign for sign, and a task for each proposal that was kept. Nothing of it is public, nor a plan, until the director
 * confirms the draft. Refuses facts that are missing, a task that a draft refuses, more than 300, and a page on which another
 * number was left to confirm.
 */
export function fileImport(actor: Actor, input: FileImportInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, input, ["read", "confirmed"]);
    // One whose draft was removed again can be made once more.
    if (found.registrationId !== null) throw new Refused(refuse("import_wrong_state"));
    await confirmLeft(tx, actor, found.id, input.left, now);
    const text = await textOf(tx, found.id);
    const document = documentOf(found.corrected ?? found.facts, text);
    const candidates = await reviewedCandidates(tx, found.id);
    const tasks = draftTasksOf(candidates, text, await leftOutOf(tx, found.id));
    if (tasks.length === 0) throw new Refused(refuse("registration_empty"));
    const [problem] = draftProblems(tasks, text, await collectives(tx, tasks));
    if (problem) {
      const { title } = problem;
      throw new Refused(refuse("registration_task_wrong", { params: { title } }));
    }
    const { plan, planSlug } = input;
    const made = await beginRegistration(tx, actor, { document, plan, planSlug, tasks }, now);
    const filed = { state: "confirmed", registrationId: made.id } as const;
    await updateImport(tx, found.id, filed, now);
    const event = { type: "import.filed", title: document.title, tasks: tasks.length } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { id: made.id };
  });
}

async function confirmLeft(tx: Transaction, actor: Actor, id: string, left: number, now: Date) {
  const rows = await tx
    .select({ id: importCandidates.id })
    .from(importCandidates)
    .where(and(eq(importCandidates.importId, id), eq(importCandidates.state, "proposed")))
    .for("update");
  if (rows.length !== left) throw new Refused(refuse("import_changed"));
  const decided = { state: "confirmed", decidedById: actor.id, decidedAt: now } as const;
  await updateCandidates(
    tx,
    rows.map((row) => row.id),
    decided,
  );
}

function documentOf(facts: SaidFacts | null, text: string): DraftDocument {
  const read = draftDocumentOf(facts, text);
  if (read.success) return read.data;
  const field = String(read.error.issues[0]?.path[0] ?? "title");
  throw new Refused(refuse("import_fact_required", { field }));
}
