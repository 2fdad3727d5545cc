import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import {
  discardDraft,
  submitDraft,
  withdrawSubmission,
} from "@/db/mutations/submissions/submissions";
import { taskHistory } from "@/db/queries/audit";
import { publicReports } from "@/db/queries/public/public-reports";
import { submissionDetail } from "@/db/queries/submissions/submission-detail";
import { readOpenSubmission, readTask } from "@/db/seed/demo-reads";
import type { Actor } from "@/lib/domain/people/roles";
import {
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
let admin: Actor;
let official: Actor;
let head: Actor;
let supervisor: Actor;

beforeAll(async () => {
  db = await testDatabase();
  const actor = await company();
  [admin, official, head] = [
    actor("system-admin"),
    actor("ecology-official"),
    actor("ecology-head"),
  ];
  supervisor = actor("supervisor-1");
});
afterAll(() => db.close());

test("a report goes from the official over head and supervisor to the public, and each step is told", async () => {
  await takeOn("AIR-10.1", { admin, official });
  const signing = await sendReport("AIR-10.1", official);
  expect(await publicReports("AIR-10.1", today)).toEqual([]);
  await decideSubmission(head, signing, now);
  expect(await publicReports("AIR-10.1", today)).toEqual([]);
  const closing = await decisionOn("AIR-10.1");
  expect(await decideSubmission(supervisor, closing, now)).toEqual({
    code: "AIR-10.1",
    kind: "progress",
    status: "approved",
    awaitsRelease: false,
  });
  expect(await publicReports("AIR-10.1", today)).toMatchObject([
    { percent: 30, progress: "已制定工作清单。", isDemo: true, publishedOn: "2024-06-12" },
  ]);
  const told = (await taskHistory(official, "AIR-10.1")).map(
    ({ event, actor }) => `${actor?.name ?? "-"} ${event.type}`,
  );
  expect(told).toEqual([
    "- task.registered",
    `${admin.name} task.assigned`,
    `${official.name} task.received`,
    `${official.name} submission.drafted`,
    `${official.name} submission.submitted`,
    `${head.name} submission.approved`,
    `${supervisor.name} submission.approved`,
    `${supervisor.name} report.published`,
  ]);
});

test("what was returned can be mended and sent again, and the first revision stays as it was", async () => {
  await takeOn("AIR-10.2", { admin, official });
  const signing = await sendReport("AIR-10.2", official);
  await decideSubmission(head, { ...signing, decision: "return", reason: "请写明时间" }, now);
  const returned = await readOpenSubmission("AIR-10.2");
  await saveDraft(
    official,
    {
      ...withoutKey(report("AIR-10.2")),
      version: returned?.version ?? 0,
      content: { ...report("AIR-10.2").content, progress: "已于6月制定工作清单。" },
    },
    now,
  );
  await sendReport("AIR-10.2", official);
  const detail = await submissionDetail(head, signing.submissionId);
  expect(detail?.revision?.number).toBe(2);
  expect(detail?.decisions).toMatchObject([
    { revision: 1, decision: "return", reason: "请写明时间" },
  ]);
});

test("a report may be withdrawn before a decision, and the decision then finds nothing", async () => {
  await takeOn("AIR-10.3", { admin, official });
  const signing = await sendReport("AIR-10.3", official);
  const { submissionId, version } = signing;
  await withdrawSubmission(official, { key: randomUUID(), submissionId, version }, now);
  expect(await refusalOf(decideSubmission(head, signing, now))).toMatchObject({
    code: "submission_wrong_status",
    params: { status: "draft" },
  });
});

test("a head who wrote on the report cannot sign it, and the database says so too", async () => {
  await takeOn("AIR-10.5", { admin, official });
  await saveDraft(head, withoutKey(report("AIR-10.5")), now);
  const signing = await sendReport("AIR-10.5", official);
  expect(await refusalOf(decideSubmission(head, signing, now))).toEqual({
    code: "submission_own_work",
  });
});

test("a draft that the head wrote in can be given up; the next one the head may sign", async () => {
  const open = await readOpenSubmission("AIR-10.5");
  const submissionId = open?.id ?? "";
  const version = open?.version ?? 0;
  await withdrawSubmission(official, { key: randomUUID(), submissionId, version }, now);
  const drafted = { key: randomUUID(), submissionId, version: version + 1 };
  await discardDraft(official, drafted, now);
  expect(await readOpenSubmission("AIR-10.5")).toBeUndefined();
  const signing = await sendReport("AIR-10.5", official);
  expect(await decideSubmission(head, signing, now)).toMatchObject({ status: "in_review" });
});

test("办结 closes the task, and nothing moves it after", async () => {
  await takeOn("AIR-10", { admin, official });
  const open = report("AIR-10", { kind: "completion" });
  const withChildren = { ...open, content: { ...open.content, percent: null } };
  expect(await refusalOf(submitDraft(official, withChildren, now))).toEqual({
    code: "children_open",
  });
  await takeOn("CEN-04.4", { admin, official });
  const done = report("CEN-04.4", { kind: "completion" });
  await submitDraft(official, { ...done, content: { ...done.content, percent: 100 } }, now);
  await decideSubmission(head, await decisionOn("CEN-04.4"), now);
  await decideSubmission(supervisor, await decisionOn("CEN-04.4"), now);
  expect(await readTask("CEN-04.4")).toMatchObject({
    status: "completed",
    completedOn: "2024-06-12",
  });
  expect(await refusalOf(submitDraft(official, report("CEN-04.4"), now))).toEqual({
    code: "task_closed",
  });
});

function withoutKey({ key, ...draft }: ReturnType<typeof report>) {
  return draft;
}
