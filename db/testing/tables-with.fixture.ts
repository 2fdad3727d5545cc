import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** By word, the tables of the whole database in which it stands, as text or as bytes: what a dump would hold. */
export async function tablesWith(
  owner: Database,
  words: readonly string[],
): Promise<Record<string, string[]>> {
  const tables = await owner.execute<{ schema: string; name: string }>(
    sql`select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      order by name`,
  );
  const found: Record<string, string[]> = Object.fromEntries(words.map((word) => [word, []]));
  for (const { schema, name } of tables) {
    const rows = await owner.execute<{ word: string }>(
      sql`select distinct word from ${sql.identifier(schema)}.${sql.identifier(name)} as each
        cross join lateral (select each::text as row) as written
        cross join json_array_elements_text(${JSON.stringify(words)}::json) as word
        where strpos(row, word) > 0 or strpos(row, encode(convert_to(word, 'UTF8'), 'hex')) > 0`,
    );
    for (const { word } of rows) found[word]?.push(name);
  }
  return found;
}
