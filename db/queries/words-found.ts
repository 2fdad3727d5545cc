import { and, inArray, or, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { departmentNames } from "@/db/schema/people";
import { siteSettings } from "@/db/schema/site";
import { tasks } from "@/db/schema/tasks";
import { fits, partsOf, type Word, wordsOf } from "@/lib/domain/search-words";
import { readSynonyms } from "@/lib/domain/synonyms";

/** A word that was typed, with the units that are called so: today, or in earlier days. */
export type Sought = { word: Word; unitIds: string[] };

/** A text as the database searches it: what is in it, folded, and the parts of that as an index has them. */
export type Searched = { words: SQL; parts: SQL };

/** What was typed, with the office's synonyms and the units that it names. */
export async function seek(typed: string): Promise<Sought[]> {
  if (!typed.trim()) return [];
  const [set] = await database().select({ synonyms: siteSettings.synonyms }).from(siteSettings);
  const words = wordsOf(typed, readSynonyms(set?.synonyms ?? ""));
  const names = listOf(words.map(([meant = ""]) => meant));
  const isCalled = (name: SQL) => sql`public.folded(${name}) = any (${names})`;
  const named = await database()
    .select({
      id: departmentNames.departmentId,
      ...{
        name: sql<string>`public.folded(${departmentNames.name})`,
        shortName: sql<string | null>`public.folded(${departmentNames.shortName})`,
      },
    })
    .from(departmentNames)
    .where(or(isCalled(sql`${departmentNames.name}`), isCalled(sql`${departmentNames.shortName}`)));
  return words.map((word) => ({
    word,
    unitIds: named.flatMap((unit) =>
      unit.name === word[0] || unit.shortName === word[0] ? [unit.id] : [],
    ),
  }));
}

/** Whether a word stands in a text, in one of its forms: by the index, except for letters and figures that belong together. */
export function hasWord({ words, parts }: Searched, word: Word): SQL | undefined {
  return or(
    ...word.map((form) => {
      const { all, any, whole } = partsOf(form);
      return and(
        sql`${parts} @> ${listOf(all)}`,
        ...any.map((either) => sql`${parts} && ${listOf(either)}`),
        ...whole.map((run) => sql`position(${run} in ${words}) > 0`),
      );
    }),
  );
}

/** Of which tasks this holds, asked once by its index: to look for words in one task after another takes long. */
export function amongTasks(where: SQL | undefined): SQL | undefined {
  if (!where) return undefined;
  const found = database().select({ id: tasks.id }).from(tasks).where(where);
  return sql`${tasks.id} = any (array(${found.getSQL()}))`;
}

/** Whether one of some units has to do with a task. */
export type Concerns = (unitIds: readonly string[]) => SQL | undefined;

/** That every word stands in a task, as `stands` has it, or is the name of a unit that the task concerns. */
export function tasksWith(
  sought: readonly Sought[],
  stands: (word: Word) => SQL | undefined,
  concerns: Concerns,
): SQL | undefined {
  return and(
    ...sought.map(({ word, unitIds }) => {
      if (unitIds.length === 0) return stands(word);
      // Found by the index for themselves, before anybody asks of whom they are.
      const found = database().select({ id: tasks.id }).from(tasks).where(stands(word));
      return or(inArray(tasks.id, found), concerns(unitIds));
    }),
  );
}

/** How well a text fits that has all the words: `fitOf` of lib/domain/search-words.ts, the most where a unit is meant. */
export function fitOf(words: SQL, sought: readonly Sought[], concerns: Concerns): SQL {
  const stands = (form: string) => sql`position(${form} in ${words}) > 0`;
  const each = sought.map(({ word: [meant = "", ...others], unitIds }) => {
    // What is one part for itself stands as it was meant wherever it is found.
    if (others.length + unitIds.length === 0 && partsOf(meant).all[0] === meant)
      return sql`${fits.asMeant}::int`;
    const isMeant = or(unitIds.length > 0 ? concerns(unitIds) : undefined, stands(meant));
    const isOther = others.length > 0 ? or(...others.map(stands)) : sql`false`;
    return sql`case when ${isMeant} then ${fits.asMeant}::int when ${isOther} then ${fits.otherwise}::int else ${fits.inParts}::int end`;
  });
  return sql`(${sql.join(each, sql` + `)})`;
}

const listOf = (texts: readonly string[]) =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;
