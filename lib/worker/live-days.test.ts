import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { advanceClock, beginNextDay } from "@/db/mutations/system/demo-clock";
import { loadInstallation } from "@/db/queries/health";
import { company } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { currentDay, currentTime, daysUnderWay } from "@/lib/clock";
import { addDays } from "@/lib/domain/calendar/days";
import { liveDays } from "./live-days";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
});
afterAll(() => db.close());

const ask = async (days: 7 | 30) => {
  const actor = (await company())("system-admin");
  return advanceClock(actor, { key: randomUUID(), days }, await currentTime());
};
/** The days on which something was written, the first first. */
async function daysOf(table: "reminders" | "escalations", column: "created_at" | "raised_at") {
  const at = sql.raw(`(${column} at time zone 'Asia/Shanghai')::date::text`);
  const rows = await database().execute<{ day: string }>(
    sql`select distinct ${at} as day from ${sql.raw(table)} order by day`,
  );
  return [...rows].map(({ day }) => day);
}

test("thirty days are lived one after another: what each brings comes on its own day", async () => {
  const start = await currentDay();
  await liveDays();
  expect(await currentDay()).toBe(start);

  await ask(30);
  expect(await daysUnderWay()).toEqual({ asked: 30, done: 0 });
  expect(await currentDay()).toBe(start);
  await liveDays();
  expect(await currentDay()).toBe(addDays(start, 30));
  expect(await daysUnderWay()).toBeNull();
  for (const days of [
    await daysOf("reminders", "created_at"),
    await daysOf("escalations", "raised_at"),
  ]) {
    const later = days.filter((day) => day > start);
    expect(later.length).toBeGreaterThan(5);
    expect(later.at(-1)?.localeCompare(addDays(start, 30))).toBeLessThanOrEqual(0);
  }
});

test("what broke off is gone on with, on the day that it had come to; asked for meanwhile, there are more", async () => {
  const start = await currentDay();
  await ask(7);
  // To a Monday: on days of rest nobody is reminded.
  for (let day = 1; day <= 3; day++) expect(await beginNextDay()).toBe(true);
  await ask(7);
  expect(await daysUnderWay()).toEqual({ asked: 14, done: 3 });
  await liveDays();
  expect(await currentDay()).toBe(addDays(start, 14));
  expect(await daysOf("reminders", "created_at")).toContain(addDays(start, 3));
  expect((await loadInstallation())?.daysAhead).toBe(0);
  expect(await beginNextDay()).toBe(false);
});
