import { and, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { fitOf, hasWord, type Searched, type Sought, tasksWith } from "@/db/queries/words-found";
import { chases } from "@/db/schema/chasing";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { taskActs } from "@/lib/domain/tasks/tasks";

/** Written exactly as the index tasks_search of db/migrations/0020_words.sql has it. */
const words = sql`public.task_words(${tasks.code}, ${tasks.title}, ${tasks.quote}, ${tasks.scope})`;
const searched: Searched = { words, parts: sql`public.search_parts(${words})` };

/** Tasks in whose code, title, quote or scope every word stands, or that concern the unit of that name. */
export function hasWords(sought: readonly Sought[]): SQL | undefined {
  return tasksWith(sought, (word) => hasWord(searched, word), concerns);
}

/** How well a task fits that has them all, the more the better. */
export const fitOfWords = (sought: readonly Sought[]): SQL => fitOf(words, sought, concerns);

function concerns(unitIds: readonly string[]): SQL | undefined {
  const helped = database()
    .select({ id: taskCooperators.taskId })
    .from(taskCooperators)
    .where(inArray(taskCooperators.departmentId, [...unitIds]));
  return or(inArray(tasks.leadDepartmentId, [...unitIds]), inArray(tasks.id, helped));
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
