import { and, count, eq, exists, gte, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import {
  amongTasks,
  type Concerns,
  fitOf,
  hasWord,
  type Searched,
  type Sought,
  tasksWith,
} from "@/db/queries/words-found";
import { releases, withdrawals } from "@/db/schema/releases";
import { tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import type { Word } from "@/lib/domain/search-words";

/** All that may be released of a task, written exactly as the index tasks_public_words of db/migrations/0020_words.sql has it. */
const all = searched(sql`public.public_words(${tasks.code}, ${tasks.title}, ${tasks.quote})`);
/** Of a part whose own wording is hidden, its code and its clause. */
const always = searched(sql`public.public_words(${tasks.code}, '', ${tasks.quote})`);

function searched(words: SQL): Searched {
  return { words, parts: sql`public.search_parts(${words})` };
}

/** That every word stands somewhere in what everybody may read of a task on a day, or is the name of a unit that it concerns. */
export function hasWords(sought: readonly Sought[], asOf: Day, concerns: Concerns) {
  const readable = isReadable(asOf);
  const stands = (word: Word) => and(hasWord(all, word), or(readable, hasWord(always, word)));
  // What concerns a unit is kept of the day and not of the task.
  const isNamed = ({ unitIds }: Sought) => unitIds.length > 0;
  const said = tasksWith(
    sought.filter((each) => !isNamed(each)),
    stands,
    concerns,
  );
  return and(amongTasks(said), tasksWith(sought.filter(isNamed), stands, concerns));
}

/** How well a task fits that has them all. */
export function fitOfWords(sought: readonly Sought[], asOf: Day, concerns: Concerns): SQL {
  const words = sql`case when ${isReadable(asOf)} then ${all.words} else ${always.words} end`;
  return fitOf(words, sought, concerns);
}

/** How many of some pairs of characters stand in what everybody may read of each task, where any does. */
export function sharedParts(parts: readonly string[], asOf: Day) {
  const part = sql`asked.part`;
  return database()
    .select({ id: tasks.id, shared: count().as("shared") })
    .from(tasks)
    .innerJoin(
      sql`jsonb_array_elements_text(${JSON.stringify(parts)}::text::jsonb) as asked (part)`,
      sql`${all.parts} @> array[${part}]`,
    )
    .where(or(isReadable(asOf), sql`position(${part} in ${always.words}) > 0`))
    .groupBy(tasks.id)
    .as("near");
}

/** Whether a task's own wording is public: that of a part is once one of its reports has been. */
function isReadable(asOf: Day): SQL | undefined {
  const released = database()
    .select({ id: releases.submissionId })
    .from(releases)
    .leftJoin(withdrawals, eq(withdrawals.submissionId, releases.submissionId))
    .where(
      and(
        eq(releases.taskId, tasks.id),
        eq(releases.disclosure, "public"),
        lt(releases.releasedAt, endOfDay(asOf)),
        sql`exists (select from published_reports said where said.submission_id = ${releases.submissionId})`,
        or(isNull(withdrawals.withdrawnAt), gte(withdrawals.withdrawnAt, endOfDay(asOf))),
      ),
    );
  return or(isNull(tasks.splitById), exists(released));
}
