import { and, asc, desc, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { mailGap, queueMail } from "@/db/mutations/job-queue";
import { notificationColumns } from "@/db/queries/notifications/notifications";
import { withBranches } from "@/db/queries/people/branches";
import { isActiveAccount } from "@/db/queries/people/people";
import { mails, notifications } from "@/db/schema/notifications";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { sentencesAbout } from "@/lib/domain/notifications/mail-topics";
import type { NotificationText } from "@/lib/domain/notifications/notifications";
import type { Who } from "@/lib/domain/people/permissions";

export type Mail = Pick<typeof mails.$inferSelect, "id" | "address" | "subject" | "body">;
type Addressee = Who & { id: string; unmailed: string[] };
type Compose = (notifications: NotificationText[]) => { subject: string; body: string };

/**
 * Writes the one mail that is due to a person: all that they were told, want by mail and have neither read nor been mailed,
 * and what an unsent mail said already. Null when there is nothing to say or nowhere to send it; within the gap it is put off.
 */
export function prepareMail(userId: string, compose: Compose, now: Date): Promise<Mail | null> {
  return database().transaction(async (tx) => {
    const addressee = await addresseeOf(tx, userId);
    if (!addressee?.address) return null;
    const unsent = await unsentMail(tx, userId);
    const due = await dueNotifications(tx, addressee, unsent?.id);
    if (due.length === 0) return null;
    if (!unsent && (await isWithinGap(tx, userId, now))) {
      await queueMail(tx, [userId], now);
      return null;
    }
    const written = { address: addressee.address, ...compose(due) };
    const [mail] = unsent
      ? await tx.update(mails).set(written).where(eq(mails.id, unsent.id)).returning()
      : await tx
          .insert(mails)
          .values({ userId, createdAt: now, ...written })
          .returning();
    if (!mail) throw new Error("The mail was not written");
    const ids = due.map(({ id }) => id);
    await tx.update(notifications).set({ mailId: mail.id }).where(inArray(notifications.id, ids));
    return mail;
  });
}

export async function noteSent(mailId: string, now: Date): Promise<void> {
  await note(mailId, { sentAt: now, lastError: null });
}

/** Keeps why an attempt failed; the mail stays unsent and the job is tried again. */
export async function noteFailure(mailId: string, lastError: string): Promise<void> {
  await note(mailId, { lastError });
}

async function note(mailId: string, outcome: { sentAt?: Date; lastError: string | null }) {
  await database()
    .update(mails)
    .set({ ...outcome, attempts: sql`${mails.attempts} + 1` })
    .where(eq(mails.id, mailId));
}

async function addresseeOf(tx: Transaction, userId: string) {
  const { id, role, departmentId, branchId, email: address, unmailed } = users;
  const found = await tx
    .select({ id, role, departmentId, branchId, address, unmailed })
    .from(users)
    .where(and(eq(users.id, userId), isActiveAccount));
  const [person] = await withBranches(tx, found);
  return person;
}

async function unsentMail(tx: Transaction, userId: string) {
  const [unsent] = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.userId, userId), isNull(mails.sentAt)))
    .orderBy(desc(mails.sequence))
    .limit(1)
    .for("update");
  return unsent;
}

/** Locked, so that two runs for one person never mail the same thing twice. */
function dueNotifications(tx: Transaction, addressee: Addressee, unsentId: string | undefined) {
  const isNew = and(
    isNull(notifications.mailId),
    isNull(notifications.readAt),
    notifications.byMail,
    notInArray(notifications.sentence, sentencesAbout(addressee.unmailed)),
  );
  const isUnsent = unsentId ? eq(notifications.mailId, unsentId) : undefined;
  return tx
    .select(notificationColumns(addressee))
    .from(notifications)
    .leftJoin(tasks, eq(tasks.id, notifications.taskId))
    .where(and(eq(notifications.userId, addressee.id), or(isNew, isUnsent)))
    .orderBy(asc(notifications.sequence))
    .for("update", { of: notifications });
}

async function isWithinGap(tx: Transaction, userId: string, now: Date): Promise<boolean> {
  const at = sql`${now.toISOString()}::timestamptz`;
  // One that was sent long after now was sent by a clock that has been put right.
  const isNear = sql`${mails.sentAt} > ${at} - ${mailGap} and ${mails.sentAt} < ${at} + ${mailGap}`;
  return (await tx.$count(mails, and(eq(mails.userId, userId), isNear))) > 0;
}
