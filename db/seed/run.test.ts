import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { database } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { installation } from "@/db/schema/installation";
import { tasks } from "@/db/schema/tasks";
import { testDatabase } from "@/db/testing/test-database";
import { WeakPassword } from "./accounts";
import { seedDatabase, WrongDatabase } from "./run";

const { demoToday, demoPassword } = inject("testServer");
const now = new Date("2026-11-23T01:00:00Z");
let test: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const seedDemo = () =>
  seedDatabase({ ownerUrl: test.ownerUrl, demo: true, demoToday, demoPassword, now });

it("leaves a seeded database as it is, and refuses to make real what is a demo", async () => {
  const events = await database().$count(auditEvents);
  expect(await seedDemo()).toEqual({ seeded: false, added: [] });
  const adminPasswords = { system_admin: "", security_admin: "", audit_admin: "" };
  const real = {
    ownerUrl: test.ownerUrl,
    demo: false,
    content: "empty",
    adminPasswords,
    now,
  } as const;
  await expect(seedDatabase(real)).rejects.toThrow(WrongDatabase);
  expect(await database().$count(auditEvents)).toBe(events);
});

it("makes anew what an earlier seed left half done, with the guards on again", async () => {
  const events = await database().$count(auditEvents);
  await test.owner.delete(installation);
  expect(await seedDemo()).toEqual({ seeded: true, added: [] });
  expect(await database().$count(tasks)).toBe(119);
  expect(await database().$count(auditEvents)).toBe(events);
  await expect(test.owner.delete(auditEvents)).rejects.toThrow();
  const [installed] = await database().select().from(installation);
  expect(installed).toMatchObject({ isDemo: true, clockShiftDays: -894 });
}, 120_000);

it("makes no administrator whose first password breaks the rules, and leaves everything as it was", async () => {
  await test.owner.delete(installation);
  const events = await database().$count(auditEvents);
  const real = { ownerUrl: test.ownerUrl, demo: false, content: "newspaper", now } as const;
  const good = "kw7m-x3pd-h9ra-t4ue";
  const passwords = { system_admin: good, security_admin: good, audit_admin: good };
  for (const weak of [
    { system_admin: "short" },
    { system_admin: "admin-Password-1" },
    { audit_admin: "short" },
  ]) {
    const adminPasswords = { ...passwords, ...weak };
    await expect(seedDatabase({ ...real, adminPasswords })).rejects.toThrow(WeakPassword);
  }
  expect(await database().$count(auditEvents)).toBe(events);
});
