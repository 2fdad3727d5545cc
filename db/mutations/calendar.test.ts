import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { calendarYear, calendarYearList, holidaysKnownUntil } from "@/db/queries/calendar/years";
import { calendarEffects } from "@/db/queries/chasing/calendar-effects";
import { calendarExceptions, calendarYears } from "@/db/schema/calendar";
import { refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { assign, someone } from "@/db/testing/test-world-scenarios.fixture";
import type { NoticeRow } from "@/lib/domain/calendar/notices";
import { addWorkdays, isProvisional } from "@/lib/domain/calendar/work-days";
import type { Role } from "@/lib/domain/people/roles";
import { announceYear } from "./calendar";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
  // The notice of 2027 is still to come, as it is until the State Council announces it.
});
afterAll(() => db.close());

const now = new Date("2026-11-28T10:00:00+08:00");
const today = "2026-11-28";
const who = (role: Role) => someone(world, role);
const newYear: NoticeRow = { kind: "rest", name: "元旦", from: "2027-01-01", to: "2027-01-03" };
const springFestival: NoticeRow = {
  ...{ kind: "rest", name: "春节" },
  ...{ from: "2027-02-05", to: "2027-02-11" },
};

async function announce(rows: NoticeRow[], role: Role = "director", source = "国办发明电") {
  const { version = 0 } = (await calendarYear(who("director"), 2027)) ?? {};
  const input = { key: randomUUID(), year: 2027, source, rows, version };
  return announceYear(who(role), input, now);
}

test("a year without a notice counts by weekdays and says so; entered, it counts by the notice", async () => {
  const before = await loadCalendar(database());
  expect(isProvisional("2026-12-30", "2027-01-05", before)).toBe(true);
  expect(await holidaysKnownUntil(today)).toBe(2026);
  await announce([newYear, springFestival]);
  const after = await loadCalendar(database());
  expect(addWorkdays("2027-02-04", 1, before)).toBe("2027-02-05");
  expect(addWorkdays("2027-02-04", 1, after)).toBe("2027-02-12");
  expect(await holidaysKnownUntil(today)).toBe(2027);
  const years = await calendarYearList(who("system_admin"), today);
  expect(years?.[0]).toEqual({ year: 2027, source: "国办发明电" });
});

test("a correction takes the place of the year's days and leaves every other year's", async () => {
  const others = (await db.owner.$count(calendarExceptions)) - 6;
  const { exceptions } = (await calendarYear(who("director"), 2027)) ?? { exceptions: [] };
  expect(exceptions).toHaveLength(6);
  await announce([newYear], "system_admin");
  expect(await db.owner.$count(calendarExceptions)).toBe(others + 1);
  expect(await refusalOf(announce([newYear]))).toMatchObject({ code: "settings_unchanged" });
  await announce([newYear], "director", "国办发明电〔2026〕9号");
});

test("only whose the calendar is enters a notice, once, and sees it", async () => {
  for (const role of ["supervisor", "security_admin", "auditor", "head"] as const) {
    expect(await refusalOf(announce([springFestival], role))).toMatchObject({
      code: "not_allowed",
    });
    expect(await calendarYear(who(role), 2027)).toBeNull();
    expect(await calendarYearList(who(role), today)).toBeNull();
  }
  const stale = { key: randomUUID(), year: 2027, source: "x", rows: [springFestival], version: 1 };
  expect(await refusalOf(announceYear(who("director"), stale, now))).toMatchObject({
    code: "setting_changed",
  });
  const early = { ...stale, key: randomUUID(), year: 2028, version: 0 };
  expect(await refusalOf(announceYear(who("director"), early, now))).toMatchObject({
    code: "calendar_year_early",
  });
});

test("of two who enter the same year at once, one is told that it changed", async () => {
  const { version = 0 } = (await calendarYear(who("director"), 2027)) ?? {};
  const input = (name: string) => ({
    ...{ key: randomUUID(), year: 2027, source: name, version },
    rows: [newYear, springFestival],
  });
  const outcomes = await Promise.all(
    [who("director"), who("system_admin")].map((actor) =>
      refusalOf(announceYear(actor, input(actor.role), now)).then(
        (refusal) => (refusal as { code: string } | undefined)?.code ?? "done",
      ),
    ),
  );
  expect(outcomes.sort()).toEqual(["done", "setting_changed"]);
  expect(await db.owner.$count(calendarYears)).toBe(10);
});

test("before a notice is entered one is told how many limits would end on another day", async () => {
  const inDemo = "2024-06-12";
  await assign(world);
  const festival: NoticeRow = {
    ...{ kind: "rest", name: "临时放假" },
    ...{ from: "2024-06-13", to: "2024-06-19" },
  };
  const known = (await calendarYear(who("director"), 2024))?.exceptions ?? [];
  const rows = [
    ...known.map(({ day, working, name }): NoticeRow => {
      return { kind: working ? "work" : "rest", name, from: day, to: day };
    }),
  ];
  const effects = (some: NoticeRow[], role: Role = "director") =>
    calendarEffects(who(role), { key: randomUUID(), year: 2024, rows: some }, inDemo);
  expect((await effects(rows)).moved).toEqual([]);
  const { moved, open } = await effects([...rows, festival]);
  expect(open).toBeGreaterThan(1);
  expect(moved.find(({ type }) => type === "receipt")?.count).toBeGreaterThanOrEqual(1);
  expect(moved.some(({ type }) => type === "due")).toBe(false);
  expect(await refusalOf(effects(rows, "auditor"))).toMatchObject({ code: "not_allowed" });
});
