import { and, eq, inArray, isNotNull, isNull, lt, notExists, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { spentPoints } from "@/db/schema/budgets";
import { imports } from "@/db/schema/imports";
import { mails, notifications, outbox } from "@/db/schema/notifications";
import { knownDevices, sessions, signInAttempts, startLinks } from "@/db/schema/people";
import { sheetUploads } from "@/db/schema/sheets";
import { citizenMails, subscriptions } from "@/db/schema/subscriptions";
import type { Retention } from "@/lib/domain/system";

/** Deletes what was spent of budgets whose time is over, and failed sign-ins that lock nobody any more. */
export async function deleteSpentBudgets(): Promise<void> {
  await database().delete(signInAttempts).where(lt(signInAttempts.expire, sql`now()`));
  await database().delete(spentPoints).where(lt(spentPoints.expire, sql`now()`));
}

/**
 * Deletes what counts no more: what is older than it is kept, and answers to presses that nobody repeats. `now` is the
 * app's clock.
 */
export async function cleanUp(now: Date, kept: Retention): Promise<void> {
  const db = database();
  const before = (kind: keyof Retention) => new Date(now.getTime() - kept[kind] * 86_400_000);
  await db
    .delete(subscriptions)
    .where(
      and(isNull(subscriptions.confirmedAt), lt(subscriptions.askedAt, before("unconfirmed"))),
    );
  await db.delete(citizenMails).where(lt(citizenMails.createdAt, before("unsentMail")));
  // Sessions are timed by the real time, in the demo too.
  await db
    .delete(sessions)
    .where(lt(sessions.startedAt, sql`now() - make_interval(days => ${kept.session})`));
  await db.delete(knownDevices).where(lt(knownDevices.seenAt, before("device")));
  await db.delete(startLinks).where(lt(startLinks.expiresAt, before("startLink")));
  await db.delete(sheetUploads).where(lt(sheetUploads.uploadedAt, before("sheet")));
  const isOver = inArray(imports.state, ["refused", "abandoned"]);
  await db.delete(imports).where(and(isOver, lt(imports.changedAt, before("import"))));
  await deleteOldNews(before("news"));
  await db.execute(sql`select delete_old_answers()`);
  await db.execute(sql`delete from graphile_worker._private_jobs
    where attempts >= max_attempts and run_at < now() - make_interval(days => ${kept.failedJob})`);
}

/** What people were told, its mail and the rows that it was told from, the inner ones first. */
async function deleteOldNews(before: Date): Promise<void> {
  const db = database();
  await db.delete(notifications).where(lt(notifications.createdAt, before));
  const isTold = (
    key: typeof notifications.outboxId | typeof notifications.mailId,
    id: typeof outbox.id | typeof mails.id,
  ) => notExists(db.select({ one: sql`1` }).from(notifications).where(eq(key, id)));
  await db
    .delete(mails)
    .where(and(lt(mails.createdAt, before), isTold(notifications.mailId, mails.id)));
  await db
    .delete(outbox)
    .where(
      and(
        isNotNull(outbox.announcedAt),
        lt(outbox.createdAt, before),
        isTold(notifications.outboxId, outbox.id),
      ),
    );
}
