import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { openMatters } from "@/db/queries/chasing/obligations";
import { escalations } from "@/db/schema/chasing";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import { acknowledgeRefusal } from "@/lib/domain/chasing/escalation-policy";
import type { Matter } from "@/lib/domain/chasing/obligations";
import type { AcknowledgeInput } from "@/lib/domain/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { secrecyRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { lockTask } from "./locks";
import { recordEvent } from "./record-event";
import { runOnce } from "./transaction";

/**
 * 知悉: somebody takes the matter on, and it climbs no higher. Refuses other units, a rung above one's own, one that was
 * acknowledged, and a matter that has ended.
 */
export function acknowledgeEscalation(actor: Actor, input: AcknowledgeInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { task, escalation } = await lockEscalation(tx, input.escalationId);
    insist(acknowledgeRefusal(actor, escalation, await openMatter(tx, escalation, now)));
    insist(secrecyRefusal(input.note, "note"));
    const { matter, rung } = escalation;
    await tx
      .update(escalations)
      .set({ acknowledgedById: actor.id, acknowledgedAt: now, note: input.note })
      .where(eq(escalations.id, escalation.id));
    const event = { type: "escalation.acknowledged" as const, matter, rung, note: input.note };
    await recordEvent(tx, actor, event, { task }, now);
    return { code: task.code };
  });
}

/** What a rung is about, as it stands now; null once that has ended. */
async function openMatter(
  tx: Transaction,
  { taskId, matter }: typeof escalations.$inferSelect,
  now: Date,
): Promise<Matter | null> {
  const open = await openMatters(tx, dayIn(now), await loadCalendar(tx), eq(tasks.id, taskId));
  return open.find(({ id }) => id === matter) ?? null;
}

async function lockEscalation(tx: Transaction, id: string) {
  const [named] = await tx.select().from(escalations).where(eq(escalations.id, id));
  if (!named) throw new Refused(refuse("not_found"));
  const task = await lockTask(tx, { id: named.taskId });
  // Somebody may have acknowledged it while the task was waited for.
  const [escalation = named] = await tx.select().from(escalations).where(eq(escalations.id, id));
  return { task, escalation };
}
