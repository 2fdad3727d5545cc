import { randomUUID } from "node:crypto";
import { reminderLog } from "@/db/queries/chasing/reminder-facts";
import { reminders } from "@/db/schema/notifications";
import { digestsOf } from "@/lib/domain/chasing/reminders";
import { insertAll } from "./insert-all";
import type { Run } from "./remind";
import { type Told, tell } from "./telling";

/** Sends what is due: one message a person, and a line of the log for each thing in it. Returns what was told. */
export async function sendDigests({ tx, now, calendar, staff, matters }: Run): Promise<Told[]> {
  const log = await reminderLog(tx);
  const digests = digestsOf(matters, staff, log, now, calendar).map((digest) => ({
    ...digest,
    id: randomUUID(),
  }));
  const told = digests.map(({ id, userId, taskId, params }) => ({
    id,
    userId,
    taskId,
    sentence: "reminder_digest" as const,
    params,
  }));
  await tell(tx, told, now);
  const lines = digests.flatMap(({ id, items }) =>
    items.map((item) => ({ ...item, notificationId: id, createdAt: now })),
  );
  await insertAll(tx, reminders, lines);
  return told;
}
