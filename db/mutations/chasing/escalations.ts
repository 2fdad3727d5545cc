import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { lockTask } from "@/db/mutations/locks";
import { recordEvent, recordEvents } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { openObligations } from "@/db/queries/chasing/obligations";
import { levelKey, raisedLevels } from "@/db/queries/chasing/reminder-facts";
import { escalations } from "@/db/schema/chasing";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import {
  acknowledgeRefusal,
  levelsTakenOn,
  levelsToRaise,
} from "@/lib/domain/chasing/escalation-policy";
import type { AcknowledgeInput } from "@/lib/domain/chasing/inputs";
import type { Obligation } from "@/lib/domain/chasing/obligations";
import { escalationRecipients } from "@/lib/domain/chasing/recipients";
import {
  type EscalationLevel,
  isFirstLevel,
  levelName,
} from "@/lib/domain/chasing/reminder-policy";
import type { Actor } from "@/lib/domain/people/roles";
import type { Staff } from "@/lib/domain/people/staff";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { type Batch, type NewNotification, notify } from "./run";

/**
 * 知悉: somebody takes the obligation on, with what is below on their side, and it climbs no higher. Refuses other units, a level
 * above one's own, a unit's level to the office, one that was acknowledged, and an obligation that has ended.
 */
export function acknowledgeEscalation(actor: Actor, input: AcknowledgeInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { task, escalation } = await lockEscalation(tx, input.escalationId);
    const open = await openObligation(tx, escalation, now);
    insist(acknowledgeRefusal(actor, escalation, open));
    const { obligation, level } = escalation;
    const taken = open ? levelsTakenOn(level, open) : [level];
    await tx
      .update(escalations)
      .set({ acknowledgedById: actor.id, acknowledgedAt: now, note: input.note })
      .where(
        and(
          eq(escalations.taskId, task.id),
          eq(escalations.obligation, obligation),
          inArray(escalations.level, taken),
          isNull(escalations.acknowledgedAt),
        ),
      );
    const event = { type: "escalation.acknowledged" as const, obligation, level, note: input.note };
    await recordEvent(tx, actor, event, { task }, now);
    return { code: task.code };
  });
}

/** What a level is about, as it stands now; null once that has ended. */
async function openObligation(
  tx: Transaction,
  { taskId, obligation }: typeof escalations.$inferSelect,
  now: Date,
): Promise<Obligation | null> {
  const open = await openObligations(tx, dayIn(now), await loadCalendar(tx), eq(tasks.id, taskId));
  return open.find(({ id }) => id === obligation) ?? null;
}

async function lockEscalation(tx: Transaction, id: string) {
  const [named] = await tx.select().from(escalations).where(eq(escalations.id, id));
  if (!named) throw new Refused(refuse("not_found"));
  const task = await lockTask(tx, { id: named.taskId });
  // Somebody may have acknowledged it while the task was waited for.
  const [escalation = named] = await tx.select().from(escalations).where(eq(escalations.id, id));
  return { task, escalation };
}

/** 提级督办: raises late obligations to the levels they have come to, and tells the people there. Returns what was told. */
export async function raiseEscalations(batch: Batch): Promise<NewNotification[]> {
  const { tx, now, today, calendar, staff, obligations, isOf } = batch;
  const before = await raisedLevels(tx, isOf);
  const climbs = obligations.map((obligation) => {
    const raised =
      before.get(levelKey({ taskId: obligation.task.id, obligation: obligation.id })) ?? [];
    return { obligation, steps: levelsToRaise(obligation, raised, today, calendar) };
  });
  const rows = climbs.flatMap(({ obligation, steps }) =>
    steps.map((step) => ({ obligation, ...step })),
  );
  await bulkInsert(
    tx,
    escalations,
    rows.map(({ obligation, level }) => ({
      taskId: obligation.task.id,
      obligation: obligation.id,
      level,
      raisedAt: now,
    })),
  );
  const events = rows.map(({ obligation, level, workdaysLate }) => ({
    event: { type: "escalation.raised" as const, obligation: obligation.id, level, workdaysLate },
    task: obligation.task,
  }));
  await recordEvents(tx, events, now);
  const notices = climbs.flatMap(({ obligation, steps }) =>
    notificationsOf(obligation, steps, staff),
  );
  await notify(tx, notices, now);
  return notices;
}

/** A person hears of an obligation once a run: of the highest of the levels that speak to them. */
function notificationsOf(
  obligation: Obligation,
  steps: { level: EscalationLevel; workdaysLate: number }[],
  staff: Staff,
): NewNotification[] {
  const notices = new Map<string, NewNotification>();
  for (const { level, workdaysLate: days } of steps) {
    const { people, isUnheard } = escalationRecipients(obligation, level, staff);
    for (const { id: userId } of people)
      notices.set(userId, {
        userId,
        taskId: obligation.task.id,
        sentence: isUnheard ? "escalation_unheard" : sentenceAt(level),
        params: { obligation: obligation.type, level: levelName(obligation.type, level), days },
      });
  }
  return [...notices.values()];
}

/** The first level reminds whoever is to act; from the second on it is raised (提级). */
function sentenceAt(level: EscalationLevel) {
  return isFirstLevel(level) ? "escalation_reminded" : "escalation_raised";
}
