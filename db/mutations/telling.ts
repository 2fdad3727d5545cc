import type { Transaction } from "@/db/client";
import { notifications } from "@/db/schema/notifications";
import type { NotificationParams } from "@/lib/domain/notifications/notifications";
import { insertAll } from "./insert-all";

export type Told = {
  id?: string;
  userId: string;
  taskId: string | null;
  sentence: "reminder_digest" | "escalation_raised" | "notice_issued";
  params: NotificationParams;
};

/** Tells people what a run has found, in the app; its mail is queued once, when everything is told. */
export async function tell(tx: Transaction, told: Told[], now: Date): Promise<void> {
  const rows = told.map((each) => ({ ...each, createdAt: now }));
  await insertAll(tx, notifications, rows);
}
