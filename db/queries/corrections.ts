import { and, asc, count, desc, eq, ne, type SQL } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { correctionRequests } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import { type CorrectionStatus, correctedFields, decideRefusal } from "@/lib/domain/corrections";
import type { CorrectedSubject } from "@/lib/domain/documents/corrections";
import { pageAt } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

const pageSize = 20;

/** What may be corrected of one task, document or plan, as it says now; with its name in addresses and its title. */
export async function correctable(reader: Reader, subject: CorrectedSubject, name: string) {
  const row = await rowOf(reader, subject, name);
  if (!row) return null;
  const current = Object.fromEntries(
    correctedFields[subject].map((field) => [
      field,
      (row as unknown as Record<string, string | null>)[field] ?? null,
    ]),
  );
  return { id: row.id, title: row.title, current };
}

async function rowOf(reader: Reader, subject: CorrectedSubject, name: string) {
  switch (subject) {
    case "task":
      return (await reader.select().from(tasks).where(eq(tasks.code, name)))[0];
    case "document":
      return (await reader.select().from(documents).where(eq(documents.slug, name)))[0];
    case "plan":
      return (await reader.select().from(plans).where(eq(plans.slug, name)))[0];
  }
}

/** What the form of a 更正 shows, for whoever may propose one; null for everybody else and where there is no such thing. */
export async function correctionForm(actor: Actor, subject: CorrectedSubject, name: string) {
  if (!can(actor, "correction.propose")) return null;
  return correctable(database(), subject, name);
}

const selectRequests = (reader: Reader) =>
  reader
    .select({
      request: correctionRequests,
      proposedBy: users.displayName,
      proposerPersonId: users.personId,
      code: tasks.code,
      taskTitle: tasks.title,
      documentSlug: documents.slug,
      documentTitle: documents.title,
      planSlug: plans.slug,
      planTitle: plans.title,
    })
    .from(correctionRequests)
    .innerJoin(users, eq(users.id, correctionRequests.proposedById))
    .leftJoin(tasks, eq(tasks.id, correctionRequests.taskId))
    .leftJoin(documents, eq(documents.id, correctionRequests.documentId))
    .leftJoin(plans, eq(plans.id, correctionRequests.planId));

type Found = Awaited<ReturnType<typeof selectRequests>>[number];

function listed(found: Found) {
  const { request, proposedBy, proposerPersonId } = found;
  return {
    ...request,
    proposedBy,
    proposerPersonId,
    name: found.code ?? found.documentSlug ?? found.planSlug ?? "",
    title: found.taskTitle ?? found.documentTitle ?? found.planTitle ?? "",
  };
}

/** What waits for this person as the second one. */
function waitsFor({ personId }: Actor): SQL | undefined {
  const status: CorrectionStatus = "open";
  return and(eq(correctionRequests.status, status), ne(users.personId, personId));
}

async function countRequests(reader: Reader, where: SQL | undefined): Promise<number> {
  const [counted] = await reader
    .select({ total: count() })
    .from(correctionRequests)
    .innerJoin(users, eq(users.id, correctionRequests.proposedById))
    .where(where);
  return counted?.total ?? 0;
}

/**
 * One page of 更正, those that wait first and then the newest, of all or of what waits for this person; and how many there are.
 * For overseers; nobody else gets any.
 */
export async function listCorrections(actor: Actor, asked: { page: unknown; onlyTheirs: boolean }) {
  if (!can(actor, "correction.confirm")) return { rows: [], total: 0, page: 1, pages: 1 };
  const reader = database();
  const where = asked.onlyTheirs ? waitsFor(actor) : undefined;
  const total = await countRequests(reader, where);
  const { page, pages, limit, offset } = pageAt(total, asked.page, pageSize);
  const rows = await selectRequests(reader)
    .where(where)
    .orderBy(
      asc(correctionRequests.status),
      desc(correctionRequests.proposedAt),
      asc(correctionRequests.id),
    )
    .limit(limit)
    .offset(offset);
  return { rows: rows.map(listed), total, page, pages };
}

/** What waits for this person as the second one, the first five, and how many there are. Nobody else gets any. */
export async function correctionsToConfirm(actor: Actor) {
  if (!can(actor, "correction.confirm")) return { rows: [], total: 0 };
  const theirs = waitsFor(actor);
  const reader = database();
  const [rows, total] = await Promise.all([
    selectRequests(reader).where(theirs).orderBy(asc(correctionRequests.proposedAt)).limit(5),
    countRequests(reader, theirs),
  ]);
  return { rows: rows.map(listed), total };
}

/** One 更正 with why this person may not confirm it; null where it is not theirs to see. */
export async function correctionDetail(actor: Actor, id: string) {
  if (!can(actor, "correction.confirm")) return null;
  const [found] = await selectRequests(database()).where(eq(correctionRequests.id, id));
  if (!found) return null;
  const request = listed(found);
  return { ...request, confirmRefusal: decideRefusal(actor, request, "confirm") };
}
