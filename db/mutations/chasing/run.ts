import { and, asc, gt, lte, type SQL } from "drizzle-orm";
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

/** A part of what one run works on: held tasks stay as they are until it commits. */
export type Batch = {
  tx: Transaction;
  now: Date;
  today: Day;
  calendar: WorkCalendar;
  staff: Staff;
  obligations: readonly Obligation[];
  held: ReadonlyMap<string, HeldTask>;
  /** Which tasks it is about, as SQL over tasks: those held and those between them. */
  isOf: SQL | undefined;
};
export type HeldTask = Awaited<ReturnType<typeof holdTasks>>[number];

/** So many tasks are read at a time: what a run needs of memory does not grow with them. */
const batchSize = 500;

/** What a run at `now` works on, part by part, each in a constant number of queries. */
export async function* batchesOf(
  tx: Transaction,
  now: Date,
  size = batchSize,
): AsyncGenerator<Batch> {
  const today = dayIn(now);
  const calendar = await loadCalendar(tx);
  const staff = await staffOn(tx, today);
  for (let after: string | null = null; ; ) {
    const isAfter: SQL | undefined = after === null ? undefined : gt(tasks.id, after);
    const found = await holdTasks(tx, isAfter, size);
    const last = found.at(-1);
    if (!last) return;
    const isOf = and(isAfter, lte(tasks.id, last.id));
    const held = new Map(found.map((task) => [task.id, task]));
    const open = await openObligations(tx, today, calendar, isOf);
    const obligations = open.filter(({ task }) => held.has(task.id));
    yield { tx, now, today, calendar, staff, obligations, held, isOf };
    if (found.length < size) return;
    after = last.id;
  }
}

/** A task that somebody is changing at this instant is left to the next run: nothing is chased that has just closed. */
function holdTasks(tx: Transaction, where: SQL | undefined, limit: number) {
  return tx
    .select({
      id: tasks.id,
      code: tasks.code,
      kind: tasks.kind,
      status: tasks.status,
      leadDepartmentId: tasks.leadDepartmentId,
    })
    .from(tasks)
    .where(where)
    .orderBy(asc(tasks.id))
    .limit(limit)
    .for("share", { skipLocked: true });
}

/** What a run says to one person, by mail too unless it says not; an `id` where something else names it. */
export type NewNotification = {
  id?: string;
  userId: string;
  taskId: string | null;
  byMail?: boolean;
  sentence:
    | "reminder_digest"
    | "escalation_reminded"
    | "escalation_raised"
    | "escalation_unheard"
    | "notice_issued";
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
