import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { type departments, users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { OpenCounts } from "@/lib/domain/people/unit-rules";
import { closedStatuses } from "@/lib/domain/tasks/tasks";

const closed = sql.join(
  closedStatuses.map((status) => sql`${status}`),
  sql`, `,
);

/** A task that somebody still has to do with: not closed, or closed with a letter (来信) that is not answered. SQL over tasks. */
export const isOpenTask = and(
  ne(tasks.kind, "principle"),
  sql`(${tasks.status} not in (${closed}) or exists (
    select 1 from letters l where l.task_id = ${tasks.id}
      and not exists (select 1 from letter_erasures e where e.letter_id = l.id and e.cause = 'request')
      and not exists (select 1 from submissions s where s.letter_id = l.id and s.status = 'approved')))`,
);

/** Tasks that a unit leads (or is proposed to), as SQL. `id` may be a column of the query around it. */
export const isLedBy = (id: string | SQL | typeof departments.id) =>
  sql`${tasks.leadDepartmentId} = ${id}`;
/** Tasks that a unit cooperates in, as SQL. */
export const isHelpedBy = (id: string | SQL | typeof departments.id) =>
  sql`exists (select 1 from task_cooperators c where c.task_id = ${tasks.id} and c.department_id = ${id})`;

/** Accounts that are in use, as SQL over users. */
export const isEnabled = isNull(users.disabledAt);

/** What is in review and still comes to a unit's 会签, as SQL over submissions and revisions. */
const waitsForIt = (id: string) => sql`exists (
  select 1 from jsonb_array_elements(r.review_steps) with ordinality as each (review_step, place)
  where each.place >= s.step and each.review_step ->> 'by' = 'countersign' and each.review_step ->> 'departmentId' = ${id})`;

/** What of a unit is open, all counted in one query. `sent` are the texts in review that wait for its head's 会签. */
export async function openThingsOf(
  reader: Reader,
  id: string,
): Promise<OpenCounts & { sent: number }> {
  const isStep = JSON.stringify([{ by: "countersign", departmentId: id }]);
  const count = (query: SQL) => sql<number>`(select count(*) from ${query})`.mapWith(Number);
  const sent = count(sql`submissions s join lateral (
    select review_steps from revisions where submission_id = s.id order by number desc limit 1) r on true
    where s.status = 'in_review' and ${waitsForIt(id)}`);
  const [counts] = await reader
    .select({
      leads: count(sql`${tasks} where ${and(isOpenTask, isLedBy(id))}`),
      cooperates: count(sql`${tasks} where ${and(isOpenTask, isHelpedBy(id))}`),
      people: count(sql`${users} where ${and(isEnabled, eq(users.departmentId, id))}`),
      children: count(sql`departments d where d.parent_id = ${id} and d.closed_on is null`),
      submissions: count(sql`submissions s where s.department_id = ${id}
        and s.status in ('draft', 'in_review', 'returned')`),
      bound: count(sql`${users} where ${and(isEnabled, eq(users.branchId, id))}`),
      plans: count(sql`plans where review_steps @> ${isStep}::jsonb`),
      sent,
    })
    .from(sql`(select 1) as once`);
  const none = {
    leads: 0,
    cooperates: 0,
    people: 0,
    children: 0,
    submissions: 0,
    bound: 0,
    plans: 0,
    sent: 0,
  };
  const { plans, ...rest } = counts ?? none;
  return { ...rest, countersigns: plans + rest.sent };
}
