import type { Transaction } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { openObligations } from "@/db/queries/chasing/obligations";
import { staffOn } from "@/db/queries/people/staff";
import { notifications } from "@/db/schema/notifications";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import type { Obligation } from "@/lib/domain/chasing/obligations";
import type { Staff } from "@/lib/domain/people/staff";
import type { SentenceParams } from "@/lib/domain/sentence-params";

/** What one run works on: held tasks stay as they are until it commits. */
export type Run = {
  tx: Transaction;
  now: Date;
  today: Day;
  calendar: WorkCalendar;
  staff: Staff;
  obligations: readonly Obligation[];
  held: ReadonlyMap<string, HeldTask>;
};
export type HeldTask = Awaited<ReturnType<typeof holdTasks>>[number];

/** Reads what a run at `now` works on, in a constant number of queries. */
export async function prepareRun(tx: Transaction, now: Date): Promise<Run> {
  const held = new Map((await holdTasks(tx)).map((task) => [task.id, task]));
  const today = dayIn(now);
  const calendar = await loadCalendar(tx);
  const obligations = await openObligations(tx, today, calendar);
  return {
    tx,
    now,
    today,
    calendar,
    staff: await staffOn(tx, today),
    obligations: obligations.filter(({ task }) => held.has(task.id)),
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

/** What a run says to one person, by mail too unless it says not; an `id` where something else names it. */
export type NewNotification = {
  id?: string;
  userId: string;
  taskId: string | null;
  byMail?: boolean;
  sentence: "reminder_digest" | "escalation_raised" | "escalation_unheard" | "notice_issued";
  params: SentenceParams;
};

/** Notifies people of what a run has found, in the app; its mail is queued once, at the end of the run. */
export async function notify(
  tx: Transaction,
  notices: NewNotification[],
  now: Date,
): Promise<void> {
  const rows = notices.map((each) => ({ ...each, createdAt: now }));
  await bulkInsert(tx, notifications, rows);
}
