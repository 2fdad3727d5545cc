import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { comparedEditions, concernedIn } from "@/db/queries/imports/editions";
import { editionDecisions } from "@/db/schema/imports";
import type { DecideChangeInput } from "@/lib/domain/imports/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import { lockImport } from "./locked";

/**
 * Says what becomes of a task whose clause a second edition changes: it stays, its lead unit is told to ask for an adjustment, or
 * the directors to propose a 更正. The task itself changes by those alone. Refuses a task that the edition does not concern.
 */
export function decideChange(actor: Actor, input: DecideChangeInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, { id: input.id }, ["read", "confirmed"]);
    const editions = await comparedEditions(tx, found.id);
    if (!editions) throw new Refused(refuse("not_found"));
    const { changes, unplaced } = concernedIn(editions);
    const concerned = [...changes.flatMap(({ tasks }) => tasks), ...unplaced];
    const task = concerned.find(({ code }) => code === input.code);
    if (!task) throw new Refused(refuse("not_found"));
    const { decision, note } = input;
    const said = { decision, note, decidedById: actor.id, decidedAt: now };
    await tx
      .insert(editionDecisions)
      .values({ importId: found.id, taskId: task.id, ...said })
      .onConflictDoUpdate({
        target: [editionDecisions.importId, editionDecisions.taskId],
        set: said,
      });
    const { title } = found;
    const { id, code } = task;
    const event = { type: "import.change_decided", title, code, decision, note } as const;
    await recordEvent(tx, actor, event, { task: { id, code } }, now);
    return { code };
  });
}
