import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { testDatabase } from "@/db/testing/test-database";
import { folded } from "@/lib/domain/search-words";
import { seek } from "./words-found";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

// Latin letters that no keyboard has are left out: the system's table of them is as old as the system.
test("the database folds every character as the rule does", async () => {
  const signs = Array.from({ length: 0x3_2000 }, (_, code) => code)
    .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
    .map((code) => String.fromCodePoint(code))
    .filter((sign) =>
      /[\p{ASCII}\u00a0-\u00ff\uff00-\uffef\p{Script=Han}\p{N}\p{P}\p{Zs}]/u.test(sign),
    );
  const rows = await database().execute<{ sign: string; plain: string }>(
    sql`select sign, public.folded(sign) as plain from jsonb_array_elements_text(${JSON.stringify(signs)}::text::jsonb) as signs (sign)`,
  );
  expect(rows.length).toBe(signs.length);
  expect(rows.filter(({ sign, plain }) => plain !== folded(sign))).toEqual([]);
});

test("the parts of a text are its signs and its pairs of neighbours", async () => {
  const partsOf = async (text: string) => {
    const rows = await database().execute<{ part: string }>(
      sql`select unnest(public.search_parts(${text})) as part`,
    );
    return rows.map(({ part }) => part).sort();
  };
  expect(await partsOf("省 煤炭煤炭")).toEqual(["炭", "炭煤", "煤", "煤炭", "省"]);
  expect(await partsOf(" ")).toEqual([]);
});

test("what is typed is sought with the office's synonyms and the units of that name", async () => {
  const [word, ...others] = await seek("供暖");
  expect(others).toEqual([]);
  expect(word?.word).toContain("清洁取暖");
  expect(word?.unitIds).toEqual([]);
  expect((await seek("省生態環境廳"))[0]?.unitIds).toHaveLength(1);
  expect(await seek("　")).toEqual([]);
});
