import { and, eq, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { inDocuments } from "@/db/queries/tasks/order";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import type { TaskKind } from "@/lib/domain/tasks/tasks";

const parents = alias(tasks, "parents");
type Outline = { slug: string; kind?: TaskKind };

/** How many public tasks a plan's page lists on a day: those of the plan and what is right below them, or only those of a kind. */
export function countOutline(asOf: Day, outline: Outline): Promise<number> {
  return database().$count(selectOutline(asOf, outline).as("outline"));
}

/** A part of them by their codes, in document order, each with the code of what it is below. */
export function listOutline(asOf: Day, outline: Outline, part: { limit: number; offset?: number }) {
  return selectOutline(asOf, outline)
    .orderBy(...inDocuments)
    .limit(part.limit)
    .offset(part.offset ?? 0);
}

function selectOutline(asOf: Day, { slug, kind }: Outline) {
  return database()
    .select({ code: tasks.code, parentCode: parents.code })
    .from(tasks)
    .innerJoin(plans, and(eq(plans.id, tasks.planId), eq(plans.slug, slug)))
    .leftJoin(parents, eq(parents.id, tasks.parentId))
    .where(
      and(
        isTaskPublic(endOfDay(asOf)),
        or(isNull(tasks.parentId), isNull(parents.parentId)),
        kind && eq(tasks.kind, kind),
      ),
    )
    .$dynamic();
}
