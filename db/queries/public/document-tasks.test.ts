import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { asked } from "@/db/testing/query-count.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { textPages } from "@/lib/domain/documents/pages";
import { clausesIn, countClauses, plansOfDocument } from "./document-tasks";
import { publicTasks } from "./public";
import { publicDocument } from "./public-documents";

const days = ["2024-05-20", "2024-06-12"];
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("the clauses of a document's pages are those of its public tasks, with their lights, on any day", async () => {
  for (const day of days)
    for (const slug of ["air", "fire", "central"]) {
      const own = (await publicTasks(day)).filter(({ document }) => document.slug === slug);
      const whole = await clausesIn(day, slug, {
        start: 0,
        end: Number.MAX_SAFE_INTEGER / 2 ** 23,
      });
      expect(whole).toEqual(
        own.map(({ code, place: { start, end }, isTracked, health }) => ({
          ...{ code, start, end },
          light: isTracked ? health.light : null,
        })),
      );
      const tracked = own.filter(({ isTracked }) => isTracked);
      expect(await countClauses(day, slug)).toBe(tracked.length);
      const slugs = (await plansOfDocument(day, slug)).map((plan) => plan.slug);
      expect(slugs).toEqual([...new Set(own.map(({ plan }) => plan.slug))]);
    }
});

test("a task is led to the page of its document that its words are on, and a page reads no more of a longer document", async () => {
  const [today = ""] = days;
  const readFirst = async () => {
    const document = await publicDocument("air");
    const [page] = textPages(document?.text ?? "");
    return page ? clausesIn(today, "air", page) : [];
  };
  const before = await asked(readFirst);
  await lengthen();
  const document = await publicDocument("air");
  const pages = textPages(document?.text ?? "");
  expect(pages.length).toBeGreaterThan(8);
  const own = (await publicTasks(today)).filter((each) => each.document.slug === "air");
  for (const { code, textPage, place } of own.filter((_, i) => i % 40 === 0)) {
    const found = await clausesIn(today, "air", pages[textPage - 1] ?? { start: 0, end: 0 });
    expect(found.map((clause) => clause.code)).toContain(code);
    expect(place.start).toBeLessThan(pages[textPage - 1]?.end ?? 0);
  }
  // Twice the seed's text is on a page, and the beginning of the third.
  expect((await asked(readFirst)).rows).toBeLessThanOrEqual(3 * before.rows);
  expect(own.length).toBeGreaterThan(5 * before.rows);
}, 60_000);

/** The document stands in its text twenty times, each time with tasks of its own. */
async function lengthen() {
  await growBy(19, db);
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update tasks set quote_start = quote_start + n.place * n.long, quote_end = quote_end + n.place * n.long
      from (select p.id, d.id as document_id, length(d.text) + 2 as long, coalesce(substring(p.slug from '-(\\d+)$')::int, 0) as place
        from plans p join documents d on d.slug = 'air' where p.slug like 'air%') n
      where n.id = tasks.plan_id and n.document_id = tasks.document_id`);
    await tx.execute(
      sql`update documents set text = text || repeat(E'\\n\\n' || text, 20) where slug = 'air'`,
    );
  });
}
