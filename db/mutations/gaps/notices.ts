import { randomUUID } from "node:crypto";
import { and, inArray, isNull, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { queueMail } from "@/db/mutations/job-queue";
import { type FoundGap, findGaps, isShownTo } from "@/db/queries/gaps/gaps";
import { gapReaders } from "@/db/queries/gaps/readers";
import { gapNotices } from "@/db/schema/gaps";
import { notifications } from "@/db/schema/notifications";
import { gapWords } from "@/lib/domain/gaps/gaps";

/**
 * Tells whoever can mend it of each gap (待完善) that is new, one message a person and run; a message whose gaps are all
 * mended is read. Run again at once it finds nothing to do. The demo's accounts are told like any others.
 */
export function tellOfGaps(now: Date): Promise<void> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('gaps', 0))`);
    const gaps = await findGaps(tx);
    const known = await tx.select().from(gapNotices);
    const present = new Set(gaps.map(({ key }) => key));
    const mended = known.filter(({ key }) => !present.has(key));
    if (mended.length > 0) await forget(tx, mended, now);
    const told = new Set(known.map(({ key }) => key));
    await tell(
      tx,
      gaps.filter(({ key }) => !told.has(key)),
      now,
    );
  });
}

/** Forgets what is mended, and reads the messages that tell of nothing else. */
async function forget(tx: Transaction, mended: (typeof gapNotices.$inferSelect)[], now: Date) {
  const keys = mended.map(({ key }) => key);
  await tx.delete(gapNotices).where(inArray(gapNotices.key, keys));
  const ids = [...new Set(mended.flatMap(({ notificationIds }) => notificationIds))];
  if (ids.length === 0) return;
  const tellsMore = sql`exists (select from ${gapNotices} where ${notifications.id} = any (${gapNotices.notificationIds}))`;
  await tx
    .update(notifications)
    .set({ readAt: now })
    .where(
      and(inArray(notifications.id, ids), isNull(notifications.readAt), sql`not ${tellsMore}`),
    );
}

async function tell(tx: Transaction, found: FoundGap[], now: Date) {
  if (found.length === 0) return;
  const notices = (await gapReaders(tx)).flatMap((person) => {
    const gaps = found.filter((gap) => isShownTo(person, gap));
    const [first] = gaps;
    return first ? [{ id: randomUUID(), userId: person.id, first, gaps }] : [];
  });
  await bulkInsert(
    tx,
    notifications,
    notices.map(({ id, userId, first, gaps }) => ({
      ...{ id, userId, sentence: "gap_found", createdAt: now },
      params: { ...gapWords(first), count: gaps.length },
    })),
  );
  await bulkInsert(
    tx,
    gapNotices,
    found.map((gap) => ({
      key: gap.key,
      foundAt: now,
      notificationIds: notices.flatMap(({ id, gaps }) => (gaps.includes(gap) ? [id] : [])),
    })),
  );
  await queueMail(
    tx,
    notices.map(({ userId }) => userId),
    now,
  );
}
