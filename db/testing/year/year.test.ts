import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { addDays } from "@/lib/domain/calendar/days";
import { isWorkday } from "@/lib/domain/calendar/work-days";
import { randomRuns } from "@/lib/domain/random.fixture";
import { prepareOften } from "./prepared.fixture";
import { beginYear, faultsOfEscalations, liveDay, staffEveryUnit } from "./year.fixture";

// The whole demo lived through by everybody, by the real mutations and jobs: two weeks of it, or DAYS of `npm run test:year`.

const days = Number(process.env.DAYS ?? 14);
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  prepareOften();
  db = await testDatabase({ role: "worker" });
  await staffEveryUnit(db.superuser);
});
afterAll(() => db.close());

test("whatever waits for somebody can be done by them, is counted as it is listed, and does not grow over their head", async () => {
  const { seed } = randomRuns(1);
  const year = await beginYear(seed);
  for (let day = "2024-06-13"; day < addDays("2024-06-13", days); day = addDays(day, 1))
    if (isWorkday(day, year.calendar)) await liveDay(year, day);
  console.log([...year.done].map((each) => each.join(" ")).join(", "));
  expect([...year.faults, ...(await faultsOfEscalations())]).toEqual([]);
  expect(year.done.get("to_decide")).toBeGreaterThan(0);
}, 21_600_000);
