import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { correctionsSince } from "@/db/queries/tasks/corrections";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";
import { beforeCorrections } from "@/lib/domain/documents/corrections";
import { isWordingHidden, shownTitles, type Title } from "@/lib/domain/public/shown-titles";

const parents = alias(tasks, "parents");

/** The title, with its translation, that everybody is shown on a day of each public task with one of these codes, by code. Looks at nothing else of them. */
export async function publicTitles(
  asOf: Day,
  codes: readonly string[],
): Promise<Map<string, Title>> {
  if (codes.length === 0) return new Map();
  const reader = database();
  const ends = endOfDay(asOf);
  const [rows, later] = await Promise.all([
    reader
      .select({
        code: tasks.code,
        title: tasks.title,
        titleEn: tasks.titleEn,
        parentCode: parents.code,
        splitById: tasks.splitById,
        releasedAt: lastReleased(ends),
      })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .leftJoin(parents, eq(parents.id, tasks.parentId))
      .where(and(isTaskPublic(ends), isAtOrAbove(codes))),
    correctionsSince(reader, ends),
  ]);
  return shownTitles(
    rows.map(({ splitById, releasedAt, ...row }) => {
      const lastPublishedOn = releasedAt && dayIn(new Date(releasedAt));
      const own = later.flatMap(({ code, changes }) => (code === row.code ? changes : []));
      const hidden = isWordingHidden({ splitById, lastPublishedOn });
      return { ...beforeCorrections(row, own), isWordingHidden: hidden };
    }),
  );
}

/** When words of a task were last released that could be read by the end of a day. */
function lastReleased(ends: Date): SQL<string | null> {
  const moment = sql`${ends.toISOString()}::timestamptz`;
  return sql`(select max(r.released_at) from published_reports p
    join releases r on r.submission_id = p.submission_id and r.disclosure = 'public' and r.released_at < ${moment}
    left join withdrawals w on w.submission_id = p.submission_id
    where p.task_id = ${tasks.id} and p.published_at < ${moment} and (w.withdrawn_at is null or w.withdrawn_at >= ${moment}))`;
}

function isAtOrAbove(codes: readonly string[]): SQL {
  return sql`${tasks.id} = any(array(
    with recursive above as (
      select id, parent_id from tasks where code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb))
      union select t.id, t.parent_id from tasks t join above on t.id = above.parent_id)
    select id from above))`;
}
