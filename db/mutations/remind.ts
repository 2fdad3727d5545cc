import { sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { openMatters } from "@/db/queries/chasing/obligations";
import { staffOn } from "@/db/queries/people/staff";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import type { Matter } from "@/lib/domain/chasing/obligations";
import type { Staff } from "@/lib/domain/chasing/recipients";
import { sendDigests } from "./digests";
import { raiseEscalations } from "./ladder";
import { turnNotices } from "./light-notices";
import { queueMail } from "./mail-queue";

/** What one run works on: held tasks stay as they are until it commits. */
export type Run = {
  tx: Transaction;
  now: Date;
  today: Day;
  calendar: WorkCalendar;
  staff: Staff;
  matters: readonly Matter[];
  held: ReadonlyMap<string, HeldTask>;
};
export type HeldTask = Awaited<ReturnType<typeof holdTasks>>[number];

/**
 * The hourly run: grouped reminders, the ladder, and 督办单, all in one transaction with their events. Run again at once
 * it finds nothing to do; of two runs the second waits and then finds nothing either. A constant number of queries,
 * however many tasks.
 */
export function remindEverybody(now: Date): Promise<void> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('remind', 0))`);
    const run = await prepareRun(tx, now);
    const told = [
      ...(await sendDigests(run)),
      ...(await raiseEscalations(run)),
      ...(await turnNotices(run)),
    ];
    await queueMail(tx, [...new Set(told.map(({ userId }) => userId))], now);
  });
}

async function prepareRun(tx: Transaction, now: Date): Promise<Run> {
  const held = new Map((await holdTasks(tx)).map((task) => [task.id, task]));
  const today = dayIn(now);
  const calendar = await loadCalendar(tx);
  const matters = await openMatters(tx, today, calendar);
  return {
    tx,
    now,
    today,
    calendar,
    staff: await staffOn(tx, today),
    matters: matters.filter(({ task }) => held.has(task.id)),
    held,
  };
}

/** A task that somebody is changing at this instant is left to the next run: nothing is chased that has just closed. */
function holdTasks(tx: Transaction) {
  return tx
    .select({
      id: tasks.id,
      code: tasks.code,
      kind: tasks.kind,
      status: tasks.status,
      leadDepartmentId: tasks.leadDepartmentId,
    })
    .from(tasks)
    .for("share", { skipLocked: true });
}
