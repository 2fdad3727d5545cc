import type { Transaction } from "@/db/client";
import { notifications } from "@/db/schema/notifications";
import type { NotificationParams } from "@/lib/domain/notifications";
import { insertAll } from "./insert-all";
import { queueMail } from "./mail-queue";

export type Told = {
  id?: string;
  userId: string;
  taskId: string | null;
  sentence: "reminder_digest" | "escalation_raised" | "notice_issued";
  params: NotificationParams;
};

/** Tells people what a run has found, in the app, and queues the mail for them. */
export async function tell(tx: Transaction, told: Told[], now: Date): Promise<void> {
  const rows = told.map((each) => ({ ...each, createdAt: now }));
  await insertAll(tx, notifications, rows);
  await queueMail(tx, [...new Set(told.map(({ userId }) => userId))], now);
}
