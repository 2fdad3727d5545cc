import { and, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
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
type Part = { limit: number; offset?: number };

/** How many public tasks a plan's page lists on a day: those of the plan and what is right below them, or only those of a kind. */
export function countOutline(asOf: Day, outline: Outline): Promise<number> {
  return database().$count(selectOutline(asOf, outline).as("outline"));
}

/** A part of them by their codes, in document order, each with the code of what it is below. */
export function listOutline(asOf: Day, outline: Outline, part: Part) {
  return selectOutline(asOf, outline)
    .orderBy(...inDocuments)
    .limit(part.limit)
    .offset(part.offset ?? 0);
}

/** The first of the plan's tracked public tasks that are below no other, by their codes, in document order. */
export async function firstTracked(asOf: Day, slug: string, limit: number): Promise<string[]> {
  const isFirst = and(isNull(tasks.parentId), ne(tasks.kind, "principle"));
  const found = selectOutline(asOf, { slug }, isFirst).orderBy(...inDocuments);
  return (await found.limit(limit)).map(({ code }) => code);
}

/** Whether anything that is public of a plan's tasks on a day is demo data: their register then, or a report. */
export async function hasDemo(asOf: Day, slug: string): Promise<boolean> {
  const moment = sql`${endOfDay(asOf).toISOString()}::timestamptz`;
  const [found] = await database()
    .select({ code: tasks.code })
    .from(tasks)
    .innerJoin(plans, and(eq(plans.id, tasks.planId), eq(plans.slug, slug)))
    .where(
      and(
        isTaskPublic(endOfDay(asOf)),
        sql`((select v.is_demo from task_versions v where v.task_id = ${tasks.id} and v.at < ${moment}
            order by v.sequence desc limit 1)
          or exists (select from published_reports p
            join releases r on r.submission_id = p.submission_id and r.disclosure = 'public' and r.released_at < ${moment}
            left join withdrawals w on w.submission_id = p.submission_id
            where p.task_id = ${tasks.id} and p.is_demo and (w.withdrawn_at is null or w.withdrawn_at >= ${moment})))`,
      ),
    )
    .limit(1);
  return found !== undefined;
}

function selectOutline(asOf: Day, { slug, kind }: Outline, where?: SQL) {
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
        where,
      ),
    )
    .$dynamic();
}
