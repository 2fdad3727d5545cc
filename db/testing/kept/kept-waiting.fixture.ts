import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { database } from "@/db/client";
import { releasableKinds } from "@/lib/domain/disclosure";
import { taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";

const list = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );

/** What stands with each submission of what it waits for, and with each cooperation, is what the tables say. Throws where not. */
export async function checkKeptWaiting(): Promise<void> {
  const wrong = await database().execute(sql`
    select 'steps' as what, s.id::text as subject from submissions s where s.steps_left is distinct from
      case when s.status = 'in_review' then (
        select jsonb_agg(r.review_steps -> place order by place) from revisions r
        cross join generate_series(s.step - 1, jsonb_array_length(r.review_steps) - 1) place
        where r.submission_id = s.id and r.number = (select max(number) from revisions where submission_id = s.id)) end
    union all select 'release', s.id::text from submissions s where s.awaits_release_since is distinct from
      case when s.status = 'approved' and s.kind in (${list(releasableKinds)})
        and not exists (select from releases x where x.submission_id = s.id)
      then (select decided_at from review_decisions v where v.submission_id = s.id order by sequence desc limit 1) end
    union all select 'cooperation', c.task_id::text from task_cooperators c join tasks t on t.id = c.task_id
      where c.is_open <> (t.status in (${list(taskStatusesWithObligations)}))`);
  expect([...wrong]).toEqual([]);
}
