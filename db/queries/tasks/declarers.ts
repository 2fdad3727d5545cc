import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { tasks } from "@/db/schema/tasks";

/** The completion that a task was last closed with, as a select of its `id`. */
export const lastCompletion = (taskId: SQL) => sql`select s.id from submissions s
  where s.task_id = ${taskId} and s.kind = 'completion' and s.status = 'approved'
  order by s.created_at desc limit 1`;

/**
 * Whoever wrote, signed, approved or released the completion (办结) that a task was last closed with, as a select of
 * `person_id`: none of them verifies it. A deputy's principal counts with the deputy.
 */
export function declarersOf(taskId: SQL): SQL {
  return sql`select account.person_id from (${lastCompletion(taskId)}) done
    cross join lateral (select c.user_id from contributors c where c.submission_id = done.id
      union select unnest(array[v.decided_by_id, v.on_behalf_of_id]) from review_decisions v
        where v.revision_id = (select r.id from revisions r where r.submission_id = done.id order by r.number desc limit 1)
      union select x.released_by_id from releases x where x.submission_id = done.id) party
    join users account on account.id = party.user_id`;
}

/** That this person is one of them, for a list: nobody else is looked up. */
export function isDeclaredBy(personId: string, taskId: SQL): SQL {
  // Asked once, whatever the number of tasks.
  const account = sql`any (array(select id from users where person_id = ${personId}))`;
  return sql`exists (select from (${lastCompletion(taskId)}) done where
    exists (select from contributors c where c.submission_id = done.id and c.user_id = ${account})
    or exists (select from releases x where x.submission_id = done.id and x.released_by_id = ${account})
    or exists (select from review_decisions v
      where v.revision_id = (select r.id from revisions r where r.submission_id = done.id order by r.number desc limit 1)
        and (v.decided_by_id = ${account} or v.on_behalf_of_id = ${account})))`;
}

/** The same as a column of a select from tasks, of those that wait to be verified; of others nobody. */
export const declarerIds = sql<string[]>`case
  when ${tasks.status} = 'completed' and ${tasks.struckOffOn} is null
  then array(${declarersOf(sql`${tasks.id}`)}) else '{}' end`;

/** The completion that a task was last closed with: what is verified. Null where there is none. */
export async function completionOf(reader: Reader, taskId: string): Promise<string | null> {
  const rows = await reader.execute<{ id: string }>(lastCompletion(sql`${taskId}`));
  return rows[0]?.id ?? null;
}

/** The persons who declared this task done. */
export async function readDeclarers(reader: Reader, taskId: string): Promise<string[]> {
  const rows = await reader.execute<{ person_id: string }>(declarersOf(sql`${taskId}`));
  return [...rows].map(({ person_id }) => person_id);
}
