import { createHash, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { workingEvidence } from "@/db/queries/submissions/evidence";
import { latestRevision } from "@/db/queries/submissions/submission-state";
import { auditEvents } from "@/db/schema/audit";
import { evidence, files } from "@/db/schema/evidence";
import { contributors } from "@/db/schema/submissions";
import { readOpenSubmission } from "@/db/seed/demo-reads";
import {
  company,
  decisionOn,
  now,
  refusalOf,
  report,
  sendReport,
  takeOn,
} from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { evidenceLimits } from "@/lib/domain/submissions/evidence";
import { decideSubmission } from "./decisions";
import { saveDraft } from "./drafts";
import { attachEvidence, removeEvidence } from "./evidence";

const code = "AIR-10.1";
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let official: Actor;
let submissionId: string;

beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  official = actor("ecology-official");
  await takeOn(code, { admin: actor("system-admin"), official });
  const { key, ...draft } = report(code);
  ({ submissionId } = await saveDraft(official, draft, now));
});
afterAll(() => db.close());

const upload = (text: string, name = "现场照片.pdf") => {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const input = { key: randomUUID(), submissionId, name, sha256, size: bytes.length };
  return { input: { ...input, mediaType: "application/pdf" }, bytes };
};
const attach = (who: Actor, text: string, name?: string) => {
  const { input, bytes } = upload(text, name);
  return attachEvidence(who, input, bytes, now);
};
const remove = (who: Actor, evidenceId: string) =>
  removeEvidence(who, { key: randomUUID(), evidenceId }, now);
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const present = async () => (await workingEvidence(database(), submissionId)).map((f) => f.name);

test("a file is attached with its event, and does not disturb the draft being typed", async () => {
  const before = await readOpenSubmission(code);
  const file = await attach(official, "一");
  expect(await workingEvidence(database(), submissionId)).toEqual([file]);
  expect((await readOpenSubmission(code))?.version).toBe(before?.version);
  const notified = and(
    eq(auditEvents.submissionId, submissionId),
    eq(auditEvents.type, "evidence.attached"),
  );
  expect(await database().$count(auditEvents, notified)).toBe(1);
});

test("the same press twice attaches once; the key with another file is refused", async () => {
  const { input, bytes } = upload("二", "会议纪要.pdf");
  const [first, second] = await Promise.all([
    attachEvidence(official, input, bytes, now),
    attachEvidence(official, input, bytes, now),
  ]);
  expect(second).toEqual(first);
  const other = { ...input, name: "别的.pdf" };
  expect(await codeOf(attachEvidence(official, other, bytes, now))).toBe("request_reused");
  expect((await present()).sort()).toEqual(["会议纪要.pdf", "现场照片.pdf"]);
});

test("the same file twice is attached once; under another name its bytes are still kept once", async () => {
  const again = await attach(official, "一");
  expect(await present()).toHaveLength(2);
  await attach(official, "一", "现场照片（副本）.pdf");
  expect(await present()).toHaveLength(3);
  expect(await database().$count(files, eq(files.sha256, again.sha256))).toBe(1);
  const [stored] = await database().select().from(files).where(eq(files.sha256, again.sha256));
  expect(Buffer.from(stored?.bytes ?? []).toString()).toBe("一");
});

test("only the unit that writes attaches and removes; to others its draft is not there", async () => {
  const [file] = await workingEvidence(database(), submissionId);
  const strangers = {
    "energy-official": "not_found",
    "energy-head": "not_found",
    "supervisor-1": "not_found",
    "system-admin": "not_found",
    leader: "not_found",
    auditor: "not_allowed",
  };
  for (const [name, refused] of Object.entries(strangers)) {
    expect([name, await codeOf(attach(actor(name), name))]).toEqual([name, refused]);
    expect([name, await codeOf(remove(actor(name), file?.id ?? ""))]).toEqual([name, refused]);
  }
  expect(await codeOf(remove(official, randomUUID()))).toBe("not_found");
});

test("a head who attaches has written on it, and may not sign it", async () => {
  await attach(actor("ecology-head"), "领导附的");
  const isHis = and(
    eq(contributors.submissionId, submissionId),
    eq(contributors.userId, actor("ecology-head").id),
  );
  expect(await database().$count(contributors, isHis)).toBe(1);
});

test("what is removed is gone from the draft, and cannot be removed again", async () => {
  const [first] = await workingEvidence(database(), submissionId);
  const id = first?.id ?? "";
  expect(await codeOf(remove(official, id))).toBe("done");
  const left = await workingEvidence(database(), submissionId);
  expect(left.map((each) => each.id)).not.toContain(id);
  expect(await codeOf(remove(official, id))).toBe("not_found");
  expect(await database().$count(evidence, eq(evidence.id, id))).toBe(1);
});

test("twenty files, and of two that race for the last place one is refused", async () => {
  const free = evidenceLimits.files - (await present()).length;
  for (let i = 1; i < free; i++) await attach(official, `第${i}个`, `${i}.pdf`);
  const race = ["a.pdf", "b.pdf"].map((name) => codeOf(attach(official, name, name)));
  expect((await Promise.all(race)).sort()).toEqual(["done", "files_too_many"]);
  expect(await present()).toHaveLength(evidenceLimits.files);
});

test("a revision freezes the list; in review nothing is attached or removed, and the head who attached cannot sign", async () => {
  const [first] = await workingEvidence(database(), submissionId);
  const removeFirst = () => remove(official, first?.id ?? "");
  const sent = await present();

  await sendReport(code, official);
  expect(await codeOf(attach(official, "迟到"))).toBe("submission_wrong_status");
  expect(await codeOf(removeFirst())).toBe("submission_wrong_status");
  expect(await codeOf(decideSubmission(actor("ecology-head"), await decisionOn(code), now))).toBe(
    "submission_own_work",
  );
  const revision = await latestRevision(database(), submissionId);
  expect(revision?.evidence.map(({ name }) => name)).toEqual(sent);
});
