import { asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isPlanPublic } from "@/db/queries/is-public";
import { plans } from "@/db/schema/plans";
import { type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";
import { type PublicPlan, plansShown, selectPlans } from "./public";

/** A plan as it was shown on a day, or null where there was none of that name. */
export async function publicPlan(slug: string, asOf: Day): Promise<PublicPlan | null> {
  const [plan] = await plansShown(selectPlans(asOf, eq(plans.slug, slug)), asOf);
  return plan ?? null;
}

/** The first day that can be shown as it stood; null while nothing is public. */
export async function firstPublicDay(): Promise<Day | null> {
  const [first] = await database()
    .select({ at: plans.publishedAt })
    .from(plans)
    .where(isNotNull(plans.publishedAt))
    .orderBy(asc(plans.publishedAt))
    .limit(1);
  return first?.at ? dayIn(first.at) : null;
}

/** What counted as stale on a day in each of these plans, by its slug. */
export async function staleDaysOf(asOf: Day, slugs: readonly string[]) {
  const rows = slugs.length === 0 ? [] : await selectPlans(asOf, inArray(plans.slug, [...slugs]));
  return new Map(rows.map(({ slug, staleDays }) => [slug, staleDays]));
}

/** How many plans were public on a day. */
export function countPlans(asOf: Day): Promise<number> {
  return database().$count(plans, isPlanPublic(endOfDay(asOf)));
}

type Part = { limit: number; offset?: number; first: readonly string[] };

/**
 * A part of the public plans on a day: those that the office puts first, in that order, then the others in their own; what
 * has been archived comes last.
 */
export function pageOfPlans(asOf: Day, { limit, offset = 0, first }: Part): Promise<PublicPlan[]> {
  const isArchived = sql`coalesce(${plans.archivedAt} < ${endOfDay(asOf).toISOString()}::timestamptz, false)`;
  const put = sql`array_position(array(select jsonb_array_elements_text(${JSON.stringify(first)}::text::jsonb)), ${plans.slug})`;
  const ordered = selectPlans(asOf).orderBy(
    asc(isArchived),
    sql`${put} nulls last`,
    asc(plans.sortOrder),
    asc(plans.slug),
  );
  return plansShown(ordered.limit(limit).offset(offset), asOf);
}

/** Plans after the one of a name (null: from the first), in the order of their documents; the name must be one of them. */
export function plansAfter(asOf: Day, slug: string | null, limit: number): Promise<PublicPlan[]> {
  const ordered = selectPlans(asOf, slug === null ? undefined : comesAfter(slug)).orderBy(
    asc(plans.sortOrder),
    asc(plans.slug),
  );
  return plansShown(ordered.limit(limit), asOf);
}

function comesAfter(slug: string): SQL {
  return sql`(${plans.sortOrder}, ${plans.slug}) > (select p.sort_order, p.slug from plans p where p.slug = ${slug})`;
}
