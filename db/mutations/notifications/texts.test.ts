import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import {
  changedNotificationTexts,
  notificationText,
  ownNotificationTexts,
} from "@/db/queries/notifications/texts";
import { auditEvents } from "@/db/schema/audit";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { SetNotificationTextInput } from "@/lib/domain/notifications/texts";
import type { Role } from "@/lib/domain/people/roles";
import { setNotificationText } from "./texts";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
});
afterAll(() => db.close());

const name = "task_suspended";
const director = () => someone(world, "director");

async function set(some: Partial<SetNotificationTextInput>, role: Role = "director") {
  const { version = 0, zh = null, en = null } = (await notificationText(director(), name)) ?? {};
  const input = { key: randomUUID(), name, version, zh, en, ...some } as const;
  return setNotificationText(someone(world, role), input, now);
}

const lastEvent = async () => {
  const [row] = await database().execute<{ entry: Uint8Array }>(
    sql`select entry from ${auditEvents} where type = 'notification.worded' order by sequence desc limit 1`,
  );
  return JSON.parse(new TextDecoder().decode(row?.entry)).event;
};

test("the director changes the words of a message and gives the standard ones back; the history keeps both", async () => {
  const zh = "本任务暂停。原因：{reason}";
  await set({ zh });
  expect(await ownNotificationTexts("zh-CN")).toEqual({ [name]: zh });
  expect(await ownNotificationTexts("en")).toEqual({});
  expect(await changedNotificationTexts(director())).toEqual([name]);
  expect(await lastEvent()).toMatchObject({
    ...{ type: "notification.worded", name },
    ...{ before: { zh: null, en: null }, after: { zh, en: null } },
  });
  await set({ zh: null });
  expect(await ownNotificationTexts("zh-CN")).toEqual({});
  expect(await changedNotificationTexts(director())).toEqual([]);
  expect(await lastEvent()).toMatchObject({ before: { zh }, after: { zh: null } });
});

test("nobody else does or sees what may be changed; nothing unchanged, old or amiss", async () => {
  for (const role of ["system_admin", "supervisor", "audit_admin", "head"] as const) {
    expect(await refusalOf(set({ zh: "{reason}" }, role))).toMatchObject({ code: "not_allowed" });
    expect(await changedNotificationTexts(someone(world, role))).toBeNull();
    expect(await notificationText(someone(world, role), name)).toBeNull();
  }
  expect(await refusalOf(set({}))).toMatchObject({ code: "settings_unchanged" });
  expect(await refusalOf(set({ version: 99, zh: "{reason}" }))).toMatchObject({
    code: "setting_changed",
  });
  expect(await refusalOf(set({ zh: "已挂起。" }))).toMatchObject({
    ...{ code: "placeholder_missing", field: "zh" },
    params: { name: "reason" },
  });
  expect(await refusalOf(set({ en: "{reason} {who}" }))).toMatchObject({
    ...{ code: "placeholder_unknown", field: "en" },
    params: { name: "who" },
  });
});

test("the database refuses a change that the history does not tell of", async () => {
  for (const statement of [
    sql`insert into notification_texts (name, zh) values ('task_resumed', 'x')`,
    sql`update notification_texts set zh = 'x'`,
  ])
    await expect(database().execute(statement)).rejects.toMatchObject({
      cause: { code: "23000" },
    });
});
