import { and, eq, inArray, isNull } from "drizzle-orm";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { ownerWords } from "@/db/queries/imports/words";
import { candidateOwners, importCandidates } from "@/db/schema/import-candidates";
import { imports } from "@/db/schema/imports";
import { departments } from "@/db/schema/people";
import { decisionRefusal } from "@/lib/domain/imports/imports";
import type { AnswerQuestionInput, Edited, ResolveOwnerInput } from "@/lib/domain/imports/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { refuseProblem } from "./edits";
import { lockCandidates, lockImport, updateCandidates } from "./locked";

/**
 * Says which unit some words of the document mean, everywhere that it names an owner with them; null says that they mean none.
 * What was found stays beside it. Refuses words that name no owner here, and a unit that is not there or closed.
 */
export function resolveOwner(actor: Actor, input: ResolveOwnerInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, { id: input.id });
    const unit = input.unitCode === null ? null : await openUnit(input.unitCode);
    const named = await tx
      .select({ id: candidateOwners.id })
      .from(candidateOwners)
      .innerJoin(importCandidates, eq(importCandidates.id, candidateOwners.candidateId))
      .innerJoin(imports, eq(imports.id, importCandidates.importId))
      .where(and(eq(imports.id, found.id), eq(ownerWords, input.words)));
    if (named.length === 0) throw new Refused(refuse("not_found"));
    await tx
      .update(candidateOwners)
      .set({ chosenId: unit?.id ?? null, chosenById: actor.id, chosenAt: now })
      .where(
        inArray(
          candidateOwners.id,
          named.map(({ id }) => id),
        ),
      );
    const { words } = input;
    const event = { type: "import.unit_chosen", title: found.title, words } as const;
    await recordEvent(tx, actor, { ...event, unit: unit?.name ?? null }, {}, now);
    return { count: named.length };

    async function openUnit(code: string) {
      const isOpen = and(eq(departments.code, code), isNull(departments.closedOn));
      const [row] = await tx.select().from(departments).where(isOpen);
      if (!row) throw new Refused(refuse("unit_unknown", { field: "unitCode" }));
      return row;
    }
  });
}

/**
 * Answers a question about one proposal: which of several units leads, by when something without an anchor is due. An answer of
 * null leaves it open, as the document has it. Refuses a day or unit that a draft refuses.
 */
export function answerQuestion(actor: Actor, input: AnswerQuestionInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, { id: input.id });
    const [row] = await lockCandidates(tx, found.id, [input.candidate]);
    if (!row) throw new Refused(refuse("not_found"));
    insist(decisionRefusal(row.state, "edit"));
    const { question, leadId, deadline } = input;
    const answer: Edited = {
      ...(question === "leads_several" && leadId !== null && { leadId }),
      ...(question === "deadline_unanchored" && deadline !== null && { deadline }),
    };
    const answered = [...new Set([...row.answered, question])];
    const edited = { ...row.edited, ...answer };
    await updateCandidates(tx, [row.id], {
      answered,
      edited: Object.keys(edited).length === 0 ? null : edited,
    });
    await refuseProblem(tx, found.id, row.id, answer);
    const event = { type: "import.question_answered", title: found.title, question } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { id: row.id, version: row.version + 1 };
  });
}
