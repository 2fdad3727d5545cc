import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { loadReminderDefaults } from "@/db/queries/chasing/reminder-defaults";
import { exampleDeadline, planWithSettings } from "@/db/queries/plans";
import { confirmed, madeOf } from "@/db/testing/registrations.fixture";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { ReminderPolicy } from "@/lib/domain/chasing/reminder-policy";
import type { Role } from "@/lib/domain/people/roles";
import { setReminderDefaults } from "./reminder-defaults";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
});
afterAll(() => db.close());

async function set(some: Partial<ReminderPolicy>, role: Role = "director") {
  const { version, reminders } = await loadReminderDefaults();
  const input = { key: randomUUID(), version, reminders: { ...reminders, ...some } };
  return setReminderDefaults(someone(world, role), input, now);
}

test("the director sets what new plans begin with; a plan made by hand does, and those that are there keep theirs", async () => {
  const present = (await planWithSettings("air"))?.settings.reminders;
  const { isOurs, reminders } = await loadReminderDefaults();
  expect(isOurs).toBe(true);
  const [first, ...rest] = reminders.rules;
  if (!first) throw new Error("There is no rule");
  const rules = [{ ...first, counts: "days" as const, byMail: false }, ...rest];
  await set({ rules, gapHours: 12 });
  const { id } = await confirmed(
    someone(world, "supervisor"),
    someone(world, "director"),
    "扬尘",
    now,
  );
  const { plan } = await madeOf(id);
  expect((await planWithSettings(plan.slug))?.settings.reminders).toEqual({
    ...reminders,
    ...{ rules, gapHours: 12 },
  });
  expect((await planWithSettings("air"))?.settings.reminders).toEqual(present);
  expect((await loadReminderDefaults()).isOurs).toBe(false);
});

test("nobody else does, nothing unchanged, nothing old, nothing that may not be", async () => {
  for (const role of ["system_admin", "supervisor", "leader", "head"] as const)
    expect(await refusalOf(set({ gapHours: 9 }, role))).toMatchObject({ code: "not_allowed" });
  expect(await refusalOf(set({}))).toMatchObject({ code: "settings_unchanged" });
  const off = { escalation: [{ level: "office" as const, workdays: 15, isOn: false }] };
  expect(await refusalOf(set(off))).toMatchObject({
    code: "escalation_ends_nowhere",
    field: "reminders",
  });
  const { version, reminders } = await loadReminderDefaults();
  const stale = {
    key: randomUUID(),
    version: version + 1,
    reminders: { ...reminders, gapHours: 5 },
  };
  expect(
    await refusalOf(setReminderDefaults(someone(world, "director"), stale, now)),
  ).toMatchObject({ code: "setting_changed" });
});

test("the database refuses a change that the history does not tell of", async () => {
  await expect(
    database().execute(sql`update plan_defaults set version = version + 1`),
  ).rejects.toMatchObject({ cause: { code: "23000" } });
});

test("the example is the next deadline of the plan, with the working days around it", async () => {
  const plan = await planWithSettings("air");
  const example = await exampleDeadline(today, plan?.id);
  expect(example?.code).toMatch(/^AIR-/);
  expect((example?.dueOn ?? "") >= today).toBe(true);
  expect(example?.calendar.exceptions.size).toBeLessThan(60);
  expect(await exampleDeadline("2099-01-01", plan?.id)).toBeNull();
});
