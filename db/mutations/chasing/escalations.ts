import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertAll } from "@/db/mutations/bulk-insert";
import { lockTask } from "@/db/mutations/locks";
import { recordEvent, recordEvents } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { openMatters } from "@/db/queries/chasing/obligations";
import { raisedRungs, rungKey } from "@/db/queries/chasing/reminder-facts";
import { escalations } from "@/db/schema/chasing";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import { acknowledgeRefusal, rungsToRaise } from "@/lib/domain/chasing/escalation-policy";
import type { Matter } from "@/lib/domain/chasing/obligations";
import { peopleOfRung, type Staff } from "@/lib/domain/chasing/recipients";
import { type Rung, rungName } from "@/lib/domain/chasing/reminder-policy";
import type { AcknowledgeInput } from "@/lib/domain/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { secrecyRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { type NewNotification, notify, type Run } from "./run";

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

/** 提级督办: raises late matters to the rungs they have come to, and tells the people there. Returns what was told. */
export async function raiseEscalations(run: Run): Promise<NewNotification[]> {
  const { tx, now, today, calendar, staff, matters } = run;
  const before = await raisedRungs(tx);
  const climbs = matters.map((matter) => {
    const raised = before.get(rungKey({ taskId: matter.task.id, matter: matter.id })) ?? [];
    return { matter, steps: rungsToRaise(matter, raised, today, calendar) };
  });
  const rows = climbs.flatMap(({ matter, steps }) => steps.map((step) => ({ matter, ...step })));
  await insertAll(
    tx,
    escalations,
    rows.map(({ matter, rung }) => ({
      taskId: matter.task.id,
      matter: matter.id,
      rung,
      raisedAt: now,
    })),
  );
  const events = rows.map(({ matter, rung, workdaysLate }) => ({
    event: { type: "escalation.raised" as const, matter: matter.id, rung, workdaysLate },
    task: matter.task,
  }));
  await recordEvents(tx, events, now);
  const told = climbs.flatMap(({ matter, steps }) => toldOf(matter, steps, staff));
  await notify(tx, told, now);
  return told;
}

/** A person hears of a matter once a run: of the highest of the rungs that speak to them. */
function toldOf(
  matter: Matter,
  steps: { rung: Rung; workdaysLate: number }[],
  staff: Staff,
): NewNotification[] {
  const told = new Map<string, NewNotification>();
  for (const { rung, workdaysLate: days } of steps)
    for (const { id: userId } of peopleOfRung(matter, rung, staff))
      told.set(userId, {
        userId,
        taskId: matter.task.id,
        sentence: "escalation_raised",
        params: { matter: matter.type, rung: rungName(matter.type, rung), days },
      });
  return [...told.values()];
}
