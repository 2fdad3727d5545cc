import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { historyPage, taskHistory } from "@/db/queries/audit";
import { mentionablePeople, taskComments } from "@/db/queries/comments";
import { publicReports } from "@/db/queries/public/public-reports";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { tasks } from "@/db/schema/tasks";
import { company, now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { postComment } from "./comments";

const code = "AIR-05.1";
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
});
afterAll(() => db.close());

const say = (body: string, mentionedIds: string[] = []) => ({
  key: randomUUID(),
  code,
  body,
  mentionedIds,
});
const later = new Date(now.getTime() + 1000);
const hostile = "<script>alert(1)</script> '; drop table comments; -- \u202e👩‍🏭";

test("whoever sees a task talks about it, an auditor reads, the public does not", async () => {
  const [task] = await selectTasks(database(), eq(tasks.code, code));
  const supervisor = cast("supervisor-1");
  const input = say(hostile, [supervisor.id]);
  const official = cast("ecology-official");
  await postComment(official, input, now);
  await postComment(official, input, now);
  await postComment(supervisor, say("请本周内补充台账。", [official.id, official.id]), later);

  for (const username of ["ecology-head", "supervisor-2", "system-admin", "auditor"]) {
    const { comments: heard } = await taskComments(cast(username), code);
    expect(heard.map(({ body }) => body)).toEqual([hostile, "请本周内补充台账。"]);
    expect(heard[0]?.mentioned.map(({ id }) => id)).toEqual([supervisor.id]);
    expect(heard[1]?.mentioned).toHaveLength(1);
  }
  const unseen = await taskComments(cast("trade-unions-official"), code);
  expect(unseen).toMatchObject({ count: 0, comments: [] });
  expect(task && can(cast("trade-unions-official"), "task.view", task)).toBe(false);
  expect(JSON.stringify(await publicReports(code, today))).not.toContain("请本周内补充台账");
});

test("of much that was said and done the last is read first, page by page, and none is lost", async () => {
  const supervisor = cast("supervisor-1");
  const bodies = Array.from({ length: 62 }, (_, i) => `第 ${i + 1} 句`);
  for (const body of bodies) await postComment(supervisor, say(body), later);
  const pages = await Promise.all(["1", "2", "3"].map((at) => taskComments(supervisor, code, at)));
  expect(pages.map(({ comments }) => comments.length).slice(0, 2)).toEqual([30, 30]);
  const { count } = pages[0] ?? {};
  const all = pages.toReversed().flatMap(({ comments }) => comments.map(({ body }) => body));
  expect(all).toHaveLength(count ?? 0);
  expect(all.slice(-62)).toEqual(bodies);

  for (const username of ["supervisor-1", "ecology-official", "auditor", "trade-unions-official"]) {
    const whole = await taskHistory(cast(username), code);
    const first = await historyPage(cast(username), code, "1");
    expect([username, first.count]).toEqual([username, whole.length]);
    const parts = [first.history];
    for (let page = 2; page <= first.pages; page += 1)
      parts.unshift((await historyPage(cast(username), code, String(page))).history);
    expect(parts.flat()).toEqual(whole);
  }
});

test.each([
  ["another unit finds no such task", "trade-unions-official", {}, "not_found"],
  ["nobody finds a task that is not there", "system-admin", { code: "AIR-99" }, "not_found"],
  ["an auditor only reads", "auditor", {}, "not_allowed"],
  ["a secrecy marking", "supervisor-1", { body: "附件为机密材料" }, "secrecy_marking"],
])("refused: %s", async (_, username, changes, expected) => {
  const refusal = await refusalOf(
    postComment(cast(username), { ...say("一句话"), ...changes }, now),
  );
  expect(refusal).toMatchObject({ code: expected });
});

test("only people who can see the task are mentioned", async () => {
  const official = cast("ecology-official");
  for (const id of [cast("trade-unions-head").id, cast("auditor").id, randomUUID()])
    expect(await refusalOf(postComment(official, say("请看", [id]), now))).toMatchObject({
      code: "person_unknown",
      field: "mentionedIds",
    });
  const [task] = await selectTasks(database(), eq(tasks.code, code));
  if (!task) throw new Error("The seed has lost its task");
  const offered = await mentionablePeople(database(), official, task);
  expect(offered.map(({ id }) => id)).not.toContain(official.id);
  for (const { username } of offered) expect(can(cast(username), "task.view", task)).toBe(true);
});
