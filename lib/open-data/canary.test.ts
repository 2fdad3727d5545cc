import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask } from "@/app/api/v1/ask.fixture";
import people from "@/db/seed/data/demo-people.json";
import { company, takeOn } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { atomFeed } from "@/lib/formats/atom";
import { deadlineCalendar } from "@/lib/formats/calendar";
import { planSheet } from "@/lib/formats/one-page/plan-sheet";
import { planPicture, taskPicture } from "@/lib/formats/picture/share-picture";
import { canary, code, splitOff, writeCanaries } from "@/lib/public/canary.fixture";
import { operations } from "./operations";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("PUBLIC_URL", "https://dc.example.gov.cn");
  db = await testDatabase();
  const actor = await company();
  await takeOn(code, { admin: actor("system-admin"), official: actor("ecology-official") });
});
afterAll(() => db.close());

/** What is drawn shows no text to search: it must be the same, byte for byte, as if nothing had been written. */
const drawn = async () =>
  (
    await Promise.all([
      planPicture("air", today),
      taskPicture(code, today),
      planSheet("air", today),
    ])
  ).map((file) => Buffer.from(file ?? []).toString("latin1"));

test("what nobody released is in no answer, feed, calendar, picture or print, and names no reviewer", async () => {
  const part = await splitOff("分项");
  const before = await drawn();
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(
      sql`update tasks set title = ${canary}, scope = ${canary} where code = ${part.code}`,
    );
  });
  await writeCanaries();
  const pages = [code, part.code].map((each) => `/tasks/${each}`);
  const paths = [...operations.flatMap(({ examples }) => examples), ...pages];
  const answers = await Promise.all(
    paths.map(async (path) => (await ask(`/api/v1${path}`)).text()),
  );
  const scopes = [{}, { planSlug: "air" }, { unitCode: "ecology" }, { code }];
  for (const scope of scopes) {
    answers.push((await atomFeed(scope, today, "zh-CN")) ?? "");
    answers.push((await deadlineCalendar(scope, today, "zh-CN")) ?? "");
  }
  for (const body of answers) {
    expect(body.length).toBeGreaterThan(0);
    expect(body.replace(/\r\n /g, "")).not.toContain(canary);
    expect(people.filter(({ name }) => body.includes(name))).toEqual([]);
  }
  expect(await drawn()).toEqual(before);
  expect((await ask(`/api/v1/tasks/${part.code}`)).status).toBe(200);
  const search = encodeURIComponent(canary);
  expect((await (await ask(`/api/v1/tasks?q=${search}`)).json()).tasks).toEqual([]);
});
