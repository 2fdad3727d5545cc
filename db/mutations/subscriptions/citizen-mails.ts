import { eq, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { queueJob } from "@/db/mutations/job-queue";
import { citizenMails } from "@/db/schema/subscriptions";

export type CitizenMail = typeof citizenMails.$inferSelect;

/** Queues a mail to somebody without an account, in the transaction of what it tells of. */
export async function queueCitizenMail(
  tx: Transaction,
  mail: Pick<CitizenMail, "address" | "subject" | "body"> & { unsubscribeUrl?: string },
  now: Date,
): Promise<void> {
  const [queued] = await tx
    .insert(citizenMails)
    .values({ ...mail, createdAt: now })
    .returning({ id: citizenMails.id });
  if (!queued) throw new Error("The mail was not written");
  await queueJob(tx, "mail_citizen", { mailId: queued.id }, `citizen:${queued.id}`);
}

/** One that waits to be sent; null once it is gone. */
export async function waitingCitizenMail(mailId: string): Promise<CitizenMail | null> {
  const [mail] = await database().select().from(citizenMails).where(eq(citizenMails.id, mailId));
  return mail ?? null;
}

/** Once it is sent nothing of it is kept. */
export async function forgetCitizenMail(mailId: string): Promise<void> {
  await database().delete(citizenMails).where(eq(citizenMails.id, mailId));
}

/** Keeps why an attempt failed; the job is tried again. */
export async function noteCitizenFailure(mailId: string, lastError: string): Promise<void> {
  await database()
    .update(citizenMails)
    .set({ lastError, attempts: sql`${citizenMails.attempts} + 1` })
    .where(eq(citizenMails.id, mailId));
}
