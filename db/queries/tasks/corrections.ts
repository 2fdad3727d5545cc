import { and, asc, desc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { corrections } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Change } from "@/lib/domain/documents/corrections";

/** A 更正 and what it is about: the code of a task, or the slug of a document or plan. */
export type LaterCorrection = {
  code: string | null;
  documentSlug: string | null;
  planSlug: string | null;
  changes: Change[];
  at: Date;
};

/** Every 更正 made from a moment on, the last first: what to take back to see a past day as it was shown. */
export function correctionsSince(reader: Reader, moment: Date): Promise<LaterCorrection[]> {
  return reader
    .select({
      code: tasks.code,
      documentSlug: documents.slug,
      planSlug: plans.slug,
      changes: corrections.changes,
      at: corrections.confirmedAt,
    })
    .from(corrections)
    .leftJoin(tasks, eq(tasks.id, corrections.taskId))
    .leftJoin(documents, eq(documents.id, corrections.documentId))
    .leftJoin(plans, eq(plans.id, corrections.planId))
    .where(gte(corrections.confirmedAt, moment))
    .orderBy(desc(corrections.sequence));
}

/** The 更正记录 of a task, with those of its document and plan, or of a document; by a moment, the first first. */
export async function correctionLog(
  reader: Reader,
  of: { code: string } | { documentSlug: string },
  by: Date,
) {
  const where: SQL | undefined =
    "code" in of
      ? sql`exists (select from ${tasks} where ${tasks.code} = ${of.code} and (${tasks.id} = ${corrections.taskId}
          or ${tasks.documentId} = ${corrections.documentId} or ${tasks.planId} = ${corrections.planId}))`
      : eq(documents.slug, of.documentSlug);
  const rows = await reader
    .select({
      subject: corrections.subject,
      changes: corrections.changes,
      reason: corrections.reason,
      at: corrections.confirmedAt,
    })
    .from(corrections)
    .leftJoin(documents, eq(documents.id, corrections.documentId))
    .where(and(lt(corrections.confirmedAt, by), or(where)))
    .orderBy(asc(corrections.sequence));
  return rows.map(({ at, ...row }) => ({ ...row, on: dayIn(at) }));
}
export type LoggedCorrection = Awaited<ReturnType<typeof correctionLog>>[number];
