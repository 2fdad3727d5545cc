import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { type correctionRequests, corrections } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import {
  type Change,
  changedText,
  shiftedPlace,
  type TextChange,
  textChangeOf,
} from "@/lib/domain/documents/corrections";
import { unbroken } from "@/lib/domain/documents/spans";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";

type Request = typeof correctionRequests.$inferSelect;

/** Writes what a confirmed 更正 says, its row first: the database lets the words change by nothing else. */
export async function correct(
  tx: Transaction,
  actor: Actor,
  request: Request,
  now: Date,
): Promise<void> {
  const { subject, taskId, documentId, planId, reason, proposedById, proposedAt } = request;
  const people = { reason, proposedById, proposedAt, confirmedById: actor.id, confirmedAt: now };
  const row = { ...people, subject, requestId: request.id };
  const [change] = request.changes;
  const text = change && textChangeOf(change);
  if (documentId && text) return correctText(tx, actor, { request, row, documentId, text }, now);
  await tx
    .insert(corrections)
    .values({ ...row, taskId, documentId, planId, changes: request.changes });
  const set = Object.fromEntries(request.changes.map(({ field, after }) => [field, after]));
  const isStale = (row: object | undefined) =>
    request.changes.some(
      ({ field, before }) => ((row as Record<string, unknown>)?.[field] ?? null) !== before,
    );
  const current = await lockSubject(tx, request);
  if (isStale(current)) throw new Refused(refuse("correction_changed"));
  if (taskId)
    await tx
      .update(tasks)
      .set({ ...set, version: sql`${tasks.version} + 1` })
      .where(eq(tasks.id, taskId));
  if (documentId) await tx.update(documents).set(set).where(eq(documents.id, documentId));
  if (planId)
    await tx
      .update(plans)
      .set({ ...set, version: sql`${plans.version} + 1` })
      .where(eq(plans.id, planId));
}

async function lockSubject(tx: Transaction, { taskId, documentId, planId }: Request) {
  if (taskId) return (await tx.select().from(tasks).where(eq(tasks.id, taskId)).for("update"))[0];
  if (documentId)
    return (await tx.select().from(documents).where(eq(documents.id, documentId)).for("update"))[0];
  return (
    await tx
      .select()
      .from(plans)
      .where(eq(plans.id, planId ?? ""))
      .for("update")
  )[0];
}

type OfText = {
  request: Request;
  row: Omit<typeof corrections.$inferInsert, "changes">;
  documentId: string;
  text: TextChange;
};

/**
 * Corrects words of a document: quotes in which they stand change with them, each with its own row and event; quotes behind
 * them move.
 */
async function correctText(
  tx: Transaction,
  actor: Actor,
  { request, row, documentId, text }: OfText,
  now: Date,
): Promise<void> {
  const { around, by } = await affectedTasks(tx, documentId, text);
  const [document] = await tx.select().from(documents).where(eq(documents.id, documentId));
  const corrected = changedText(document?.text ?? "", text);
  if (corrected === null) throw new Refused(refuse("correction_changed"));
  const changesOf = ({ task, place }: (typeof around)[number]): Change[] => [
    {
      field: "quote",
      before: task.quote,
      after: unbroken(corrected.slice(place.start, place.end)),
    },
    { field: "quoteEnd", before: task.quoteEnd, after: place.end },
  ];
  // Those of tasks first: read backwards, a past day takes back the document's before theirs.
  for (const each of around)
    await tx
      .insert(corrections)
      .values({ ...row, subject: "task", taskId: each.task.id, changes: changesOf(each) });
  await tx.insert(corrections).values({ ...row, documentId, changes: request.changes });
  await tx.update(documents).set({ text: corrected }).where(eq(documents.id, documentId));
  if (by !== 0)
    await tx
      .update(tasks)
      .set({
        quoteStart: sql`${tasks.quoteStart} + ${by}`,
        quoteEnd: sql`${tasks.quoteEnd} + ${by}`,
      })
      .where(
        and(
          eq(tasks.documentId, documentId),
          sql`${tasks.quoteStart} >= ${text.at + text.before.length}`,
        ),
      );
  for (const each of around) {
    const { task, place } = each;
    const changes = changesOf(each);
    await tx
      .update(tasks)
      .set({
        quote: unbroken(corrected.slice(place.start, place.end)),
        quoteEnd: place.end,
        version: sql`${tasks.version} + 1`,
      })
      .where(eq(tasks.id, task.id));
    const event = {
      type: "correction.confirmed",
      of: task.title,
      changes,
      reason: row.reason,
    } as const;
    await recordEvent(tx, actor, event, { task }, now);
  }
}

/** The tasks whose quotes hold the words, with where they stand afterwards, and how far those behind move. Refuses to cut one in two. */
export async function affectedTasks(tx: Transaction, documentId: string, text: TextChange) {
  const [document] = await tx
    .select()
    .from(documents)
    .where(eq(documents.id, documentId))
    .for("update");
  if (changedText(document?.text ?? "", text) === null)
    throw new Refused(refuse("quote_missing", { field: "wrong" }));
  const all = await tx.select().from(tasks).where(eq(tasks.documentId, documentId)).for("update");
  const around = all.flatMap((task) => {
    const before = { start: task.quoteStart, end: task.quoteEnd };
    const place = shiftedPlace(before, text);
    if (!place)
      throw new Refused(
        refuse("correction_cuts_quote", { field: "wrong", params: { task: task.code } }),
      );
    const holds = before.start <= text.at && text.at + text.before.length <= before.end;
    return holds ? [{ task, place }] : [];
  });
  return { around, by: text.after.length - text.before.length };
}
