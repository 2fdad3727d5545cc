import { raisedRungs, rungKey } from "@/db/queries/chasing/reminder-facts";
import { escalations } from "@/db/schema/chasing";
import { rungsToRaise } from "@/lib/domain/chasing/escalation-policy";
import type { Matter } from "@/lib/domain/chasing/obligations";
import { peopleOfRung, type Staff } from "@/lib/domain/chasing/recipients";
import { type Rung, rungName } from "@/lib/domain/chasing/reminder-policy";
import { insertAll } from "./insert-all";
import { recordEvents } from "./record-events";
import type { Run } from "./remind";
import { type Told, tell } from "./telling";

/** 提级督办: raises late matters to the rungs they have come to, and tells the people there. Returns what was told. */
export async function raiseEscalations(run: Run): Promise<Told[]> {
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
  await tell(tx, told, now);
  return told;
}

/** A person hears of a matter once a run: of the highest of the rungs that speak to them. */
function toldOf(
  matter: Matter,
  steps: { rung: Rung; workdaysLate: number }[],
  staff: Staff,
): Told[] {
  const told = new Map<string, Told>();
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
