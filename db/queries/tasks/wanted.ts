import { type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema/tasks";

/** Which public tasks are asked for: those of a plan, or with these codes; all of them without either. */
export type Wanted = { planSlug?: string; codes?: readonly string[] };

/**
 * Tasks that are wanted, as SQL over tasks; undefined for all. Those named by their codes come with all below and
 * above them, which their light and their title rest on.
 */
export function isWanted({ planSlug, codes }: Wanted): SQL | undefined {
  if (codes === undefined)
    return planSlug === undefined
      ? undefined
      : // By the plan's id, so that no other task is looked at.
        sql`${tasks.planId} = (select wanted.id from plans wanted where wanted.slug = ${planSlug})`;
  return sql`${tasks.id} in (
    with recursive asked as (select id, parent_id from tasks where code in (
      select jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb))),
    below as (select id, parent_id from asked union select t.id, t.parent_id from tasks t join below on t.parent_id = below.id),
    above as (select id, parent_id from asked union select t.id, t.parent_id from tasks t join above on t.id = above.parent_id)
    select id from below union select id from above)`;
}
