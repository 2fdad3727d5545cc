import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { findTasks, findTasksAfter } from "./find-tasks";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("PUBLIC_URL", "https://tz.example");
  db = await testDatabase();
});
afterAll(() => db.close());

test("finds in Chinese, and says what the address asked that makes no sense", async () => {
  const found = await findTasks({ q: "能源", plan: "air", city: "moon", asof: "2099-01-01" });
  expect(found.tasks.length).toBeGreaterThan(0);
  for (const { title, quote } of found.tasks) expect(title + quote).toContain("能源");
  expect(found.ignored).toEqual(["city", "asof"]);
  expect(found.search).toMatchObject({ plan: "air", city: "", asof: "" });
});

test("a city is asked for with its districts; only cities with tasks may be chosen", async () => {
  const { tasks, cities } = await findTasks({ city: "taiyuan" });
  expect(tasks.map(({ code }) => code)).toContain("FIRE-01");
  expect(cities.map(({ code }) => code)).toContain("taiyuan");
  expect(cities.map(({ code }) => code)).not.toContain("datong");
});

test("a day that is over is searched as it stood, by its own lights", async () => {
  const { search, tasks } = await findTasks({ asof: "2024-04-10", light: "blue" });
  expect(search.asof).toBe("2024-04-10");
  const now = await findTasks({ light: "blue" });
  expect(tasks.length).toBeLessThan(now.tasks.length);
});

test("where nothing is found, it says which condition stands in the way", async () => {
  const { tasks, loosened } = await findTasks({ q: "登月", light: ["red", "yellow"] });
  expect(tasks).toEqual([]);
  expect(loosened.map(({ name }) => name)).toEqual(["q"]);
  expect(loosened[0]?.count).toBeGreaterThan(0);
});

test("where nothing is found, what comes nearest is shown beside it, and is in no file", async () => {
  const asked = { q: "秸秆还田补贴" };
  const { count, tasks, nearest } = await findTasks(asked);
  expect([count, tasks]).toEqual([0, []]);
  expect(nearest[0]?.code).toBe("AIR-04.3");
  expect(nearest.length).toBeLessThanOrEqual(10);
  expect((await findTasksAfter(asked, 10, null)).tasks).toEqual([]);
  expect((await findTasks({ q: "秸秆" })).nearest).toEqual([]);
  expect((await findTasks({ q: "登月" })).nearest).toEqual([]);
});

test("words apart and synonyms are found, today and on a day that is over", async () => {
  for (const asof of ["", "2024-05-20"])
    for (const [q, code] of [
      ["秸秆禁烧", "AIR-04.3"],
      ["供暖", "AIR-02.5"],
      ["汽車", "AIR-03.2"],
      ["机动车尾气", "AIR-03.2"],
      ["AIR-5", "AIR-05"],
    ] as const)
      expect([q, (await findTasks({ q, asof })).tasks.map((task) => task.code)]).toEqual([
        q,
        expect.arrayContaining([code]),
      ]);
});
