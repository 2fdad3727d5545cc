import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { publicPlans, publicTasks } from "@/db/queries/public/public";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { asked } from "@/db/testing/query-count.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { isOfEdition } from "@/lib/edition/pages";
import { mapFiles } from "@/lib/public/site-map";
import { siteMap, siteMapFile } from "./site-map";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  vi.stubEnv("PUBLIC_URL", "https://tz.example");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  db = await testDatabase();
});
afterAll(() => db.close());

const locs = (map: string | null) =>
  [...(map ?? "").matchAll(/<loc>https:\/\/tz\.example([^<]*)<\/loc>/g)].map(
    ([, path = ""]) => path,
  );
const nameOf = (path: string) => path.replace(/^\/sitemap-|\.xml$/g, "");
const read = (path: string) => siteMapFile(nameOf(path), today);

test("the files of the site map name every public page once, in both languages, with its last news", async () => {
  const files = locs(await siteMap(today));
  for (const path of files) expect([path, isOfEdition(path)]).toEqual([path, true]);
  const named = (await Promise.all(files.map(async (path) => locs(await read(path))))).flat();
  expect(new Set(named).size).toBe(named.length);
  const [tasks, plans] = await Promise.all([publicTasks(today), publicPlans(today)]);
  for (const prefix of ["", "/en"]) {
    for (const { code } of tasks) expect(named).toContain(`${prefix}/tasks/${code}`);
    for (const { slug } of plans) expect(named).toContain(`${prefix}/plans/${slug}`);
    for (const { documentSlug } of plans)
      expect(named).toContain(`${prefix}/documents/${documentSlug}`);
    const units = tasks.flatMap(({ leadCode, cooperating }) => [
      ...(leadCode === null ? [] : [leadCode]),
      ...cooperating.map(({ code }) => code),
    ]);
    for (const code of units) expect(named).toContain(`${prefix}/units/${code}`);
    const known = new Set([...units.map((code) => `${prefix}/units/${code}`)]);
    for (const path of named.filter((each) => each.startsWith(`${prefix}/units/`)))
      expect(known).toContain(path);
  }
  expect(named).toContain("/en/open-data");
  const told = tasks.find(({ health }) => health.lastPublishedOn !== null);
  expect(await read(`/sitemap-tasks-${told?.plan.slug}.xml`)).toMatch(
    new RegExp(`/tasks/${told?.code}</loc>.*<lastmod>2024-`),
  );
  for (const name of ["tasks-moon", "moon", "tasks-"])
    expect(await siteMapFile(name, today)).toBeNull();
});

test("a file of it reads no more where there are ten times the tasks, and each is within what the protocol allows", async () => {
  const names = ["/sitemap-units.xml", "/sitemap-tasks-air.xml"];
  const count = async () => {
    const found = [];
    for (const path of names) found.push(await asked(() => read(path)));
    return found;
  };
  const before = await count();
  await growBy(9, db);
  expect(await count()).toEqual(before);
  for (const { path } of await mapFiles(today)) {
    const file = await read(path);
    expect(locs(file).length).toBeLessThanOrEqual(50_000);
    expect(Buffer.byteLength(file ?? "")).toBeLessThan(50 * 1024 * 1024);
  }
}, 60_000);
