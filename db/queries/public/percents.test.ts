import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { addDays } from "@/lib/domain/calendar/days";
import { publicPercents } from "./percents";
import { publicTasks } from "./public";

const [from, to] = ["2024-05-01", "2024-06-12"];
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("the percentages between two days are what everybody was shown on each of them", async () => {
  const codes = ["AIR-04", "AIR-05.1", "AIR-10"];
  const percents = await publicPercents(codes, from, to);
  const changed = codes.map((code) => new Set(percents.get(code)?.map(({ percent }) => percent)));
  expect(changed[0]?.size).toBeGreaterThan(1);
  for (let day = from; day <= to; day = addDays(day, 7)) {
    for (const { code, health } of await publicTasks(day, { codes })) {
      if (!codes.includes(code)) continue;
      const shown = percents.get(code)?.findLast((each) => each.day <= day);
      expect([day, code, shown?.percent]).toEqual([day, code, health.percent]);
    }
  }
  expect(percents.get("AIR-04")?.[0]?.day).toBe(from);
});
