import { and, asc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { documents } from "@/db/schema/documents";
import { departmentNames, departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import type { SheetDraft } from "@/lib/domain/sheets/drafts";
import type { SheetPerson } from "@/lib/domain/sheets/people";
import type { SheetTask } from "@/lib/domain/sheets/tasks";
import { UnitBook } from "@/lib/domain/sheets/unit-book";
import type { SheetUnit } from "@/lib/domain/sheets/unit-rows";

// What there is, as sheets say it and are compared with. Each in a query or two, however many rows.

/** All units, closed ones too, in their official order. */
export function sheetUnits(reader: Reader): Promise<SheetUnit[]> {
  return reader
    .select({
      ...{ id: departments.id, code: departments.code, name: departments.name },
      ...{ shortName: departments.shortName, aliases: departments.aliases, kind: departments.kind },
      memberKinds: departments.memberKinds,
      nameEn: departments.nameEn,
      ...{ parentId: departments.parentId, sortOrder: departments.sortOrder },
      contactOffice: departments.contactOffice,
      contactPhone: departments.contactPhone,
      contactAddress: departments.contactAddress,
      contactEmail: departments.contactEmail,
      contactHours: departments.contactHours,
      contactIsPublic: departments.contactIsPublic,
      ...{ closedOn: departments.closedOn, version: departments.version },
    })
    .from(departments)
    .orderBy(asc(departments.sortOrder), asc(departments.code));
}

/** The names that open units will bear from a day to come. */
export function comingNames(reader: Reader, today: Day) {
  return reader
    .select({
      id: departments.id,
      name: departmentNames.name,
      shortName: departmentNames.shortName,
    })
    .from(departmentNames)
    .innerJoin(departments, eq(departments.id, departmentNames.departmentId))
    .where(and(gt(departmentNames.fromOn, today), isNull(departments.closedOn)));
}

/** The open units by what they are called. */
export async function unitBook(reader: Reader): Promise<UnitBook> {
  const rows = await reader
    .select({
      ...{ id: departments.id, name: departments.name, shortName: departments.shortName },
      ...{ aliases: departments.aliases, kind: departments.kind },
      memberKinds: departments.memberKinds,
    })
    .from(departments)
    .where(isNull(departments.closedOn));
  return new UnitBook(rows);
}

/** All accounts in the order of their units, those of people who have left too. */
export function sheetPeople(reader: Reader): Promise<SheetPerson[]> {
  return reader
    .select({
      ...{ id: users.id, username: users.username, name: users.displayName },
      ...{ unit: departments.name, role: users.role, post: users.post },
      ...{ email: users.email, phone: users.phone, version: users.version },
      hasLeft: sql<boolean>`${users.leftOn} is not null`,
    })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .orderBy(asc(departments.sortOrder), asc(users.username));
}

/** The tasks of a plan that can be assigned, as far as this person sees them; undefined where there is no such plan. */
export async function sheetTasks(
  reader: Reader,
  actor: Actor,
  slug: string,
): Promise<{ title: string; tasks: SheetTask[] } | undefined> {
  const [plan] = await reader.select().from(plans).where(eq(plans.slug, slug));
  if (!plan) return undefined;
  const rows = await selectTasks(
    reader,
    and(eq(tasks.planId, plan.id), ne(tasks.kind, "principle"), visibleTo(actor)),
  );
  return {
    title: plan.shortTitle,
    tasks: rows.map((row) => ({
      ...{ code: row.code, title: row.title, status: row.status, dueOn: row.dueOn },
      ...{ cycle: row.cycle, reportDay: row.reportDay, version: row.version },
      lead: row.leadId && row.lead ? { id: row.leadId, name: row.lead } : null,
      cooperating: row.cooperating,
    })),
  };
}

/** A draft (拟办稿) with the text that its tasks quote; undefined where there is none. */
export async function sheetDraft(
  reader: Reader,
  id: string,
): Promise<(SheetDraft & { title: string; version: number }) | undefined> {
  const [found] = await reader
    .select({ draft: registrations, text: documents.text, planTitle: plans.title })
    .from(registrations)
    .leftJoin(documents, eq(documents.id, registrations.documentId))
    .leftJoin(plans, eq(plans.id, registrations.planId))
    .where(and(eq(registrations.id, id), eq(registrations.status, "draft")));
  if (!found) return undefined;
  const { draft, text, planTitle } = found;
  return {
    title: draft.plan?.title ?? planTitle ?? "",
    version: draft.version,
    tasks: draft.tasks,
    text: draft.document?.text ?? text ?? "",
    isDecision: draft.document !== null && draft.document.basis !== "document",
  };
}
