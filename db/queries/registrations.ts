import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNull,
  like,
  ne,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import { pageOf } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { codesOf, patternOf } from "@/lib/domain/registrations/codes";
import type { DraftTask, RegistrationStatus } from "@/lib/domain/registrations/drafts";
import { type Duplicate, duplicatesOf } from "@/lib/domain/registrations/duplicates";
import {
  planStateOf,
  registrationMoveNames,
  registrationRefusal,
} from "@/lib/domain/registrations/registrations";
import { closedStatuses } from "@/lib/domain/tasks/tasks";

export const pageSize = 20;
const pageBounds = (total: number, asked: unknown) => {
  const { page, pages } = pageOf(Array.from({ length: total }), asked, pageSize);
  return { page, pages, offset: (page - 1) * pageSize };
};

/** A registration with the plan and the document that it adds to, if it does. */
const selectRegistrations = (reader: Reader) =>
  reader
    .select({
      registration: registrations,
      plan: plans,
      text: documents.text,
      documentTitle: documents.title,
    })
    .from(registrations)
    .leftJoin(plans, eq(plans.id, registrations.planId))
    .leftJoin(documents, eq(documents.id, registrations.documentId));

/** One page of 立项, those that wait first and then the newest; of one status, or of all. For overseers; nobody else gets any. */
export async function listRegistrations(
  actor: Actor,
  asked: { page: unknown; status: RegistrationStatus | null },
) {
  if (!can(actor, "plan.draft")) return { rows: [], page: 1, pages: 1 };
  const where = asked.status === null ? undefined : eq(registrations.status, asked.status);
  const reader = database();
  const { page, pages, offset } = pageBounds(await reader.$count(registrations, where), asked.page);
  const rows = await reader
    .select({
      id: registrations.id,
      status: registrations.status,
      title: sql<string>`coalesce(${registrations.plan} ->> 'title', ${plans.title})`,
      adds: sql<boolean>`(${registrations.plan} is null)`,
      tasks: sql`jsonb_array_length(${registrations.tasks})`.mapWith(Number),
      changedAt: registrations.changedAt,
    })
    .from(registrations)
    .leftJoin(plans, eq(plans.id, registrations.planId))
    .where(where)
    .orderBy(asc(registrations.status), desc(registrations.changedAt), asc(registrations.id))
    .limit(pageSize)
    .offset(offset);
  return { rows, page, pages };
}

/** What waits for the office director to confirm, the first five, and how many there are. Nobody else gets any. */
export async function registrationsToConfirm(actor: Actor) {
  if (!can(actor, "plan.confirm")) return { rows: [], total: 0 };
  const where = eq(registrations.status, "proposed");
  const [rows, total] = await Promise.all([
    database()
      .select({
        id: registrations.id,
        title: sql<string>`coalesce(${registrations.plan} ->> 'title', ${plans.title})`,
        tasks: sql`jsonb_array_length(${registrations.tasks})`.mapWith(Number),
      })
      .from(registrations)
      .leftJoin(plans, eq(plans.id, registrations.planId))
      .where(where)
      .orderBy(asc(registrations.changedAt))
      .limit(5),
    database().$count(registrations, where),
  ]);
  return { rows, total };
}

/**
 * One registration with the codes that its tasks have or would have, what it rests on, what this person may do to it now
 * and what is perhaps supervised already. For overseers; null for everybody else and where there is none.
 */
export async function registrationDetail(actor: Actor, id: string) {
  if (!can(actor, "plan.draft")) return null;
  const reader = database();
  const [found] = await selectRegistrations(reader).where(eq(registrations.id, id));
  if (!found) return null;
  const { registration, plan, text, documentTitle } = found;
  const isMade = registration.confirmedAt !== null;
  const [pattern, people, duplicates] = await Promise.all([
    patternOfRegistration(reader, registration),
    reader
      .select({ id: users.id, name: users.displayName })
      .from(users)
      .where(
        inArray(users.id, [
          ...registration.contributorIds,
          registration.confirmedById ?? registration.id,
        ]),
      ),
    isMade ? [] : duplicatesIn(reader, registration.tasks),
  ]);
  const codes = isMade
    ? await codesOfRegistration(reader, id)
    : codesOf(
        pattern.prefix,
        registration.tasks.map(({ depth }) => depth),
        pattern.taken,
      );
  const nameOf = new Map(people.map((each) => [each.id, each.name]));
  return {
    ...registration,
    title: registration.plan?.title ?? plan?.title ?? "",
    text: registration.document?.text ?? text ?? "",
    documentTitle: registration.document?.title ?? documentTitle ?? "",
    planSlug: plan?.slug ?? null,
    contributors: registration.contributorIds.flatMap((each) => nameOf.get(each) ?? []),
    codes,
    duplicates,
    moves: registrationMoveNames.filter((move) => !registrationRefusal(actor, move, registration)),
    confirmRefusal: registrationRefusal(actor, "confirm", registration),
  };
}
export type RegistrationDetail = NonNullable<Awaited<ReturnType<typeof registrationDetail>>>;

async function codesOfRegistration(reader: Reader, id: string): Promise<string[]> {
  const rows = await reader
    .select({ code: tasks.code })
    .from(tasks)
    .where(and(eq(tasks.registrationId, id), isNull(tasks.splitById)))
    .orderBy(asc(tasks.sortOrder));
  return rows.map(({ code }) => code);
}

type Patterned = { plan: { prefix: string } | null; planId: string | null };

/** What the codes of a registration begin with, and how many root tasks its plan has already. */
export async function patternOfRegistration(reader: Reader, { plan, planId }: Patterned) {
  if (plan) return { prefix: plan.prefix, taken: 0 };
  const rows = await reader
    .select({ code: tasks.code })
    .from(tasks)
    .where(and(eq(tasks.planId, planId ?? ""), not(like(tasks.code, "%.%"))))
    .orderBy(asc(tasks.sortOrder));
  return patternOf(rows.map(({ code }) => code)) ?? { prefix: "", taken: 0 };
}

/** Tasks that are there already and say perhaps the same as these (重复督查); cancelled ones do not count. */
export async function duplicatesIn(
  reader: Reader,
  drafted: readonly DraftTask[],
): Promise<Duplicate[]> {
  if (drafted.length === 0) return [];
  const quotes = sql.join(
    drafted.map(({ quote }) => sql`md5(bare(${quote}))`),
    sql`, `,
  );
  const titles = drafted.map(({ title }) => title);
  const sameQuote = sql`md5(bare(${tasks.quote})) in (${quotes})`;
  const known = await reader
    .select({
      code: tasks.code,
      title: tasks.title,
      quote: tasks.quote,
      leadId: tasks.leadDepartmentId,
      dueOn: tasks.dueOn,
    })
    .from(tasks)
    .where(
      and(
        or(sameQuote, inArray(tasks.title, titles)),
        isNull(tasks.splitById),
        ne(tasks.status, "cancelled"),
      ),
    )
    .orderBy(asc(tasks.code))
    .limit(200);
  return duplicatesOf(drafted, known);
}

/** One page of all plans with their state and how many of their tasks are open. For overseers; nobody else gets any. */
export async function listPlanStates(actor: Actor, asked: unknown) {
  if (!can(actor, "plan.draft")) return { rows: [], page: 1, pages: 1 };
  const reader = database();
  const { page, pages, offset } = pageBounds(await reader.$count(plans), asked);
  const rows = await reader
    .select({
      slug: plans.slug,
      title: plans.title,
      publishedAt: plans.publishedAt,
      endedAt: plans.endedAt,
      archivedAt: plans.archivedAt,
      open: sql`(select count(*) from ${tasks} where ${eq(tasks.planId, plans.id)} and ${isOpen})`.mapWith(
        Number,
      ),
    })
    .from(plans)
    .orderBy(asc(plans.sortOrder), asc(plans.slug))
    .limit(pageSize)
    .offset(offset);
  return { rows: rows.map((row) => ({ ...row, state: planStateOf(row) })), page, pages };
}

const isOpen = sql`(${ne(tasks.kind, "principle")} and ${not(inArray(tasks.status, [...closedStatuses]))})`;

/** The tasks of a plan that are still open, the first so many. */
export function openTasksOf(reader: Reader, planId: string, where?: SQL) {
  return reader
    .select({ code: tasks.code, title: tasks.title, status: tasks.status, unit: departments.name })
    .from(tasks)
    .leftJoin(departments, eq(departments.id, tasks.leadDepartmentId))
    .where(and(eq(tasks.planId, planId), isOpen, where))
    .orderBy(asc(tasks.sortOrder), asc(tasks.code))
    .limit(50);
}

/** A plan with its state, its document, what of it is open and how much it has been added to. Null where it is not theirs to see. */
export async function planState(actor: Actor, slug: string) {
  if (!can(actor, "plan.draft")) return null;
  const reader = database();
  const [plan] = await reader
    .select({
      id: plans.id,
      slug: plans.slug,
      title: plans.title,
      version: plans.version,
      publishedAt: plans.publishedAt,
      endedAt: plans.endedAt,
      archivedAt: plans.archivedAt,
      documentSlug: documents.slug,
      documentTitle: documents.title,
    })
    .from(plans)
    .innerJoin(documents, eq(documents.id, plans.documentId))
    .where(eq(plans.slug, slug));
  if (!plan) return null;
  const [open, [counted]] = await Promise.all([
    openTasksOf(reader, plan.id),
    reader.select({ tasks: count() }).from(tasks).where(eq(tasks.planId, plan.id)),
  ]);
  return { ...plan, state: planStateOf(plan), open, tasks: counted?.tasks ?? 0 };
}

/** The names of at most ten units in which these words stand, in official order. */
export async function unitsNamedLike(words: string): Promise<string[]> {
  const rows = await database()
    .select({ name: departments.name })
    .from(departments)
    .where(sql`position(${words} in ${departments.name}) > 0`)
    .orderBy(asc(departments.sortOrder))
    .limit(10);
  return rows.map(({ name }) => name);
}

/** The names of the units in some drafted tasks, by id. */
export async function unitNamesOf(drafted: readonly DraftTask[]): Promise<Map<string, string>> {
  const ids = new Set(
    drafted.flatMap(({ leadId, cooperatingIds }) => [leadId ?? [], cooperatingIds].flat()),
  );
  if (ids.size === 0) return new Map();
  const rows = await database()
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(inArray(departments.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
