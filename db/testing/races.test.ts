import { randomUUID } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { publicReports } from "@/db/queries/public/public-reports";
import { auditEvents } from "@/db/schema/audit";
import { submissions } from "@/db/schema/submissions";
import { readOpenSubmission, readTask } from "@/db/seed/demo-reads";
import type { Actor } from "@/lib/domain/people/roles";
import {
  assignment,
  company,
  decisionOn,
  now,
  refusalOf,
  report,
  sendReport,
  takeOn,
  today,
} from "./scenario.fixture";
import { testDatabase } from "./test-database";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;

beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
});
afterAll(() => db.close());

const people = () => ({ admin: actor("system-admin"), official: actor("ecology-official") });
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

test("of two supervisors at once one wins, and the other is told what became of it", async () => {
  for (const code of ["AIR-10.1", "AIR-10.2", "AIR-10.3"]) {
    await takeOn(code, people());
    await decideSubmission(actor("ecology-head"), await sendReport(code, people().official), now);
    const seen = await decisionOn(code);
    const press = (name: string) =>
      codeOf(decideSubmission(actor(name), { ...seen, key: randomUUID() }, now));
    const outcomes = await Promise.all([press("supervisor-1"), press("supervisor-2")]);
    expect(outcomes.sort()).toEqual(["done", "submission_wrong_status"]);
    expect(await publicReports(code, today)).toHaveLength(1);
  }
});

test("a doubled press does once what it does, and both get the same answer", async () => {
  await takeOn("AIR-10.5", people());
  const pressed = report("AIR-10.5");
  const [first, second] = await Promise.all([
    submitDraft(people().official, pressed, now),
    submitDraft(people().official, pressed, now),
  ]);
  expect(second).toEqual(first);
  const task = await readTask("AIR-10.5");
  expect(await database().$count(submissions, eq(submissions.taskId, task.id))).toBe(1);
});

test("the same key with other content is refused, and changes nothing", async () => {
  const receipt = await assignment("AIR-10");
  await assignTask(people().admin, receipt, now);
  const other = { ...receipt, cycle: "monthly" as const };
  expect(await codeOf(assignTask(people().admin, other, now))).toBe("request_reused");
  expect((await readTask("AIR-10")).cycle).toBe("quarterly");
});

test("two tabs: the second save is refused and nothing is overwritten unseen", async () => {
  await takeOn("CEN-04.4", people());
  const { key, ...draft } = report("CEN-04.4");
  const tabs = [1, 2].map((tab) =>
    codeOf(
      saveDraft(
        people().official,
        { ...draft, content: { ...draft.content, progress: `第${tab}个窗口` } },
        now,
      ),
    ),
  );
  expect((await Promise.all(tabs)).sort()).toEqual(["done", "submission_changed"]);
});

test("a page that is no longer true is refused: assignment, receipt, decision", async () => {
  const stale = await assignment("CEN-04.9");
  await assignTask(people().admin, { ...stale, key: randomUUID() }, now);
  expect(await codeOf(assignTask(people().admin, stale, now))).toBe("task_changed");
  const { version } = await readTask("CEN-04.9");
  const receipt = { key: randomUUID(), code: "CEN-04.9", version: version - 1 };
  expect(await codeOf(receiveTask(people().official, receipt, now))).toBe("task_changed");
  await receiveTask(people().official, { ...receipt, version, key: randomUUID() }, now);

  const seen = await sendReport("CEN-04.9", people().official);
  const elsewhere = { ...seen, contentHash: "0".repeat(64) };
  expect(await codeOf(decideSubmission(actor("ecology-head"), elsewhere, now))).toBe(
    "submission_changed",
  );
  const older = { ...seen, version: seen.version - 1 };
  expect(await codeOf(decideSubmission(actor("ecology-head"), older, now))).toBe(
    "submission_changed",
  );
});

test("twenty decisions at once: one winner, one event, one publication", async () => {
  const code = "CEN-04.9";
  await decideSubmission(actor("ecology-head"), await decisionOn(code), now);
  const seen = await decisionOn(code);
  const attempts = Array.from({ length: 20 }, (_, i) =>
    codeOf(
      decideSubmission(
        actor(`supervisor-${(i % 2) + 1}`),
        { ...seen, key: randomUUID(), decision: i % 3 ? "approve" : "return", reason: "理由" },
        now,
      ),
    ),
  );
  const outcomes = await Promise.all(attempts);
  expect(outcomes.filter((code) => code === "done")).toHaveLength(1);
  const [told] = await db.owner
    .select({ count: count() })
    .from(auditEvents)
    .where(eq(auditEvents.submissionId, seen.submissionId));
  const closed = (await readOpenSubmission(code)) === undefined;
  // drafted, submitted, head's approval, and then either approval and publication, or a return.
  expect(told?.count).toBe(closed ? 5 : 4);
});
