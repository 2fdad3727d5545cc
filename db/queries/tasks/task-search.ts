import { and, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { hasText } from "@/db/queries/has-words";
import { chases } from "@/db/schema/chasing";
import { tasks } from "@/db/schema/tasks";
import { taskActs } from "@/lib/domain/tasks/tasks";

/** What is searched, written exactly as the index tasks_search of db/migrations/0001_guards.sql has it. */
const searched = sql`${tasks.code} || ' ' || ${tasks.title} || ' ' || ${tasks.quote} || ' ' || coalesce(${tasks.scope}, '')`;

/**
 * Tasks in whose code, title, quote or scope every word of `query` stands, whatever its case. Two characters and more
 * go by the index of pairs, which Chinese needs for want of spaces; that the pairs stand together is then checked.
 */
export function textHas(query: string): SQL | undefined {
  const words = query.split(/\s+/).filter(Boolean);
  return and(
    ...words.flatMap((word) => {
      const stands = hasText(searched, word);
      return [...word].length > 1
        ? [sql`bigrams(${searched}) @> bigrams(${word})`, stands]
        : stands;
    }),
  );
}

/**
 * Whether a 催办 waits for its answer, as SQL over chases joined with their tasks: nobody has given it, and the task is one
 * that is still chased.
 */
export const isOpenChase = and(
  isNull(chases.answeredAt),
  inArray(tasks.status, [...taskActs.chase.from]),
);

/** Tasks with a 催办 that waits for its answer. */
export const hasOpenChase = sql`exists (select 1 from ${chases} where ${chases.taskId} = ${tasks.id} and ${isOpenChase})`;
