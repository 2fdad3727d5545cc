import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask } from "@/app/api/v1/ask.fixture";
import { postComment } from "@/db/mutations/comments";
import { decideSubmission } from "@/db/mutations/decisions";
import { splitTask } from "@/db/mutations/splits";
import { company, content, decisionOn, now, report, takeOn } from "@/db/mutations/story.fixture";
import { submitDraft } from "@/db/mutations/submissions";
import people from "@/db/seed/data/demo-people.json";
import { readTask } from "@/db/seed/demo-reads";
import { testDatabase } from "@/db/test-database";
import { operations } from "./openapi-operations";

const canary = "金丝雀不得外传";
const code = "AIR-10.1";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  db = await testDatabase();
});
afterAll(() => db.close());

/** Words that nobody has released: a report returned with a reason, a comment, the scope of a part not shown. */
async function writeCanaries() {
  const actor = await company();
  const official = actor("ecology-official");
  await takeOn(code, { admin: actor("admin"), official });
  const words = { ...content, progress: canary, problems: canary, nextSteps: canary };
  await submitDraft(official, report(code, { content: words }), now);
  const decision = await decisionOn(code);
  await decideSubmission(
    actor("ecology-head"),
    { ...decision, decision: "return", reason: canary },
    now,
  );
  await postComment(official, { key: randomUUID(), code, body: canary, mentionedIds: [] }, now);
  const { version } = await readTask(code);
  const part = { title: canary, scope: canary, leadId: official.departmentId, dueOn: "2024-06-28" };
  const press = { key: randomUUID(), code, version, cycle: "quarterly" as const };
  return splitTask(official, { ...press, ...part }, now);
}

test("what nobody released is in no answer, is not found, and names no reviewer", async () => {
  const part = await writeCanaries();
  const search = encodeURIComponent(canary);
  const asked = [...operations.flatMap(({ examples }) => examples), `/tasks/${code}`];
  for (const path of asked) {
    const body = await (await ask(`/api/v1${path}`)).text();
    expect(body).not.toContain(canary);
    expect(people.filter(({ name }) => body.includes(name))).toEqual([]);
  }
  expect((await ask(`/api/v1/tasks/${part.code}`)).status).toBe(404);
  expect((await (await ask(`/api/v1/tasks?q=${search}`)).json()).tasks).toEqual([]);
});
