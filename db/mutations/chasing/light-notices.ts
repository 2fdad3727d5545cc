import { and, inArray, isNull } from "drizzle-orm";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { recordEvents, type TaskEvent } from "@/db/mutations/record-event";
import { noticesInForce, perhapsTurned } from "@/db/queries/chasing/reminder-facts";
import { loadTaskHealth } from "@/db/queries/tasks/task-health";
import { lightNotices } from "@/db/schema/chasing";
import { type NoticeLight, noticeMoves } from "@/lib/domain/chasing/light-notices";
import { peopleOfNotice } from "@/lib/domain/chasing/recipients";
import { type Batch, type HeldTask, type NewNotification, notify } from "./run";

type NoticeChange = {
  task: HeldTask;
  lift: NoticeLight | null;
  issue: NoticeLight | null;
  reason: string;
};

/** 三色督办: issues and lifts notices as the tasks' own lights have turned. Returns what was told. */
export async function updateLightNotices(batch: Batch): Promise<NewNotification[]> {
  const { tx, now, today } = batch;
  const noticeChanges = await findNoticeChanges(batch);
  const lifted = noticeChanges.flatMap(({ task, lift }) => (lift ? [{ task, light: lift }] : []));
  const issued = noticeChanges.flatMap(({ task, issue, reason }) =>
    issue ? [{ task, light: issue, reason }] : [],
  );
  if (lifted.length > 0)
    await tx
      .update(lightNotices)
      .set({ liftedOn: today })
      .where(
        and(
          isNull(lightNotices.liftedOn),
          inArray(
            lightNotices.taskId,
            lifted.map(({ task }) => task.id),
          ),
        ),
      );
  await bulkInsert(
    tx,
    lightNotices,
    issued.map(({ task, light, reason }) => ({ taskId: task.id, light, reason, issuedOn: today })),
  );
  const events: TaskEvent[] = [
    ...lifted.map(({ task, light }) => ({
      event: { type: "notice.lifted" as const, light },
      task,
    })),
    ...issued.map(({ task, light, reason }) => ({
      event: { type: "notice.issued" as const, light, reason },
      task,
    })),
  ];
  await recordEvents(tx, events, now);
  const notices = issued.flatMap(({ task, light, reason }): NewNotification[] =>
    peopleOfNotice(light, task.leadDepartmentId, batch.staff).map(({ id }) => ({
      userId: id,
      taskId: task.id,
      sentence: "notice_issued",
      params: { light, reason },
    })),
  );
  await notify(tx, notices, now);
  return notices;
}

async function findNoticeChanges({ tx, today, held, isOf }: Batch): Promise<NoticeChange[]> {
  const inForce = await noticesInForce(tx, isOf);
  const healthByCode = await loadTaskHealth(tx, today, await perhapsTurned(tx, today, isOf));
  return [...held.values()].flatMap((task): NoticeChange[] => {
    const own = healthByCode.get(task.code)?.own;
    if (!own) return [];
    const moves = noticeMoves(inForce.get(task.id) ?? null, { ...task, light: own.light });
    return moves.lift || moves.issue ? [{ task, ...moves, reason: own.reason }] : [];
  });
}
