import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { codesOf } from "@/lib/domain/registrations/codes";
import type { RegistrationStatus } from "@/lib/domain/registrations/drafts";
import {
  registrationMoveNames,
  registrationRefusal,
} from "@/lib/domain/registrations/registrations";

import { duplicatesIn, patternOfRegistration } from "./drafted";
import { pageBounds, pageSize } from "./page-bounds";

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

/** One page of 立项, those that wait first and then the newest, and how many there are; of one status, or of all. For overseers; nobody else gets any. */
export async function listRegistrations(
  actor: Actor,
  asked: { page: unknown; status: RegistrationStatus | null },
) {
  if (!can(actor, "plan.draft")) return { rows: [], total: 0, page: 1, pages: 1 };
  const where = asked.status === null ? undefined : eq(registrations.status, asked.status);
  const reader = database();
  const total = await reader.$count(registrations, where);
  const { page, pages, offset } = pageBounds(total, asked.page);
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
  return { rows, total, page, pages };
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
      .select({ id: users.id, personId: users.personId, name: users.displayName })
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
  const personOf = new Map(people.map((each) => [each.id, each]));
  const contributors = registration.contributorIds.flatMap((each) => personOf.get(each) ?? []);
  const state = {
    status: registration.status,
    contributorPersonIds: contributors.map(({ personId }) => personId),
  };
  return {
    ...registration,
    title: registration.plan?.title ?? plan?.title ?? "",
    text: registration.document?.text ?? text ?? "",
    documentTitle: registration.document?.title ?? documentTitle ?? "",
    planSlug: plan?.slug ?? null,
    contributors: contributors.map(({ name }) => name),
    codes,
    duplicates,
    moves: registrationMoveNames.filter((move) => !registrationRefusal(actor, move, state)),
    confirmRefusal: registrationRefusal(actor, "confirm", state),
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
