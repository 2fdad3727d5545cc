import { type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema/tasks";

/** Which public tasks are asked for: those of a plan or with these codes; all of them without any. */
export type Wanted = { planSlug?: string; codes?: readonly string[] };

/**
 * Tasks that are wanted, as SQL over tasks; undefined for all. Those named by their codes come with all below
 * and above them, which their light and their title rest on.
 */
export function isWanted({ planSlug, codes }: Wanted): SQL | undefined {
  if (codes === undefined)
    return planSlug === undefined
      ? undefined
      : // By the plan's id, so that no other task is looked at.
        sql`${tasks.planId} = (select wanted.id from plans wanted where wanted.slug = ${planSlug})`;
  return sql`${tasks.id} = any (array(${asked(codes)},
    below as (select id, parent_id from asked union select t.id, t.parent_id from below
      cross join lateral (select id, parent_id from tasks where parent_id = below.id offset 0) as t)
    select id from below union select id from above))`;
}

/** The same without what is below those named: these and what is above them, whose titles they may bear. */
export function isListed({ planSlug, codes }: Wanted): SQL | undefined {
  if (codes === undefined) return isWanted({ planSlug });
  return sql`${tasks.id} = any (array(${asked(codes)}
    select id from above))`;
}

/** Those of these codes and all above them. As arrays, whose few elements are looked up by index: a subquery would be taken for a large part of all tasks. */
function asked(codes: readonly string[]): SQL {
  return sql`with recursive asked as (select id, parent_id from tasks
      where code = any (array(select jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb)))),
    above as (select id, parent_id from asked union select t.id, t.parent_id from above
      cross join lateral (select id, parent_id from tasks where id = above.parent_id offset 0) as t)`;
}
