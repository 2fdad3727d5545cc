import { and, type SQL, sql } from "drizzle-orm";

/** Whether what was typed stands in a text as it is, whatever its case, as SQL. */
export const hasText = (text: SQL, typed: string) =>
  sql`position(lower(${typed}) in lower(${text})) > 0`;

/** Whether every word of what was typed does; undefined, which is no condition, where there is none. */
export function hasWords(text: SQL, typed: string): SQL | undefined {
  const words = typed.split(/\s+/).filter(Boolean);
  return and(...words.map((word) => hasText(text, word)));
}
