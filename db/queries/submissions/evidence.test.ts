import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { attachEvidence, removeEvidence } from "@/db/mutations/submissions/evidence";
import { company, now, report, sendReport, takeOn } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import type { EvidenceFile } from "@/lib/domain/submissions/evidence";
import { attachRefusal, evidenceFile, presentEvidence, revisionEvidence } from "./evidence";
import { latestRevision } from "./submission-state";

const code = "AIR-10.1";
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let official: Actor;
let submissionId: string;
let file: EvidenceFile;

const attach = (name: string) => {
  const bytes = Buffer.from(name);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const record = { name, sha256, size: bytes.length, mediaType: "application/pdf" };
  return attachEvidence(official, { key: randomUUID(), submissionId, ...record }, bytes, now);
};
const remove = (evidenceId: string) =>
  removeEvidence(official, { key: randomUUID(), evidenceId }, now);
const seenBy = async (id: string) => {
  const seen = [];
  for (const name of everybody) if (await evidenceFile(actor(name), id)) seen.push(name);
  return seen;
};
const unit = ["ecology-official", "ecology-head"];
const everybody = [
  ...unit,
  "energy-official",
  "energy-head",
  "supervisor-1",
  "system-admin",
  "auditor",
];

beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  official = actor("ecology-official");
  await takeOn(code, { admin: actor("system-admin"), official });
  const { key, ...draft } = report(code);
  ({ submissionId } = await saveDraft(official, draft, now));
  file = await attach("一.pdf");
});
afterAll(() => db.close());

test("who may attach is told before a byte is read", async () => {
  expect(await attachRefusal(official, submissionId)).toBeNull();
  for (const name of ["energy-official", "energy-head", "supervisor-1", "system-admin"])
    expect((await attachRefusal(actor(name), submissionId))?.code).toBe("not_found");
  expect((await attachRefusal(actor("auditor"), submissionId))?.code).toBe("not_allowed");
  expect((await attachRefusal(official, randomUUID()))?.code).toBe("not_found");
});

test("a draft's file is its unit's and the auditor's", async () => {
  expect(await seenBy(file.id)).toEqual([...unit, "auditor"]);
  expect(await evidenceFile(official, randomUUID())).toBeNull();
});

test("a file comes byte for byte", async () => {
  const found = await evidenceFile(official, file.id);
  expect(found).toMatchObject({ name: "一.pdf", mediaType: "application/pdf", size: file.size });
  expect(Buffer.from(found?.bytes ?? []).toString()).toBe("一.pdf");
});

test("what is removed before it was sent is nobody's", async () => {
  const mistake = await attach("误传.pdf");
  await remove(mistake.id);
  expect(await seenBy(mistake.id)).toEqual([]);
});

test("what was sent is the reviewers' too, and stays after its removal; what is added later waits", async () => {
  const seen = await sendReport(code, official);
  expect(await seenBy(file.id)).toEqual([...unit, "supervisor-1", "auditor"]);

  const back = { ...seen, decision: "return" as const, reason: "请补充材料" };
  await decideSubmission(actor("ecology-head"), { ...back, key: randomUUID() }, now);
  const later = await attach("二.pdf");
  await remove(file.id);
  expect(await seenBy(file.id)).toEqual([...unit, "supervisor-1", "auditor"]);
  expect(await seenBy(later.id)).toEqual([...unit, "auditor"]);

  const revision = await latestRevision(database(), submissionId);
  const { id, ...record } = file;
  expect(revision?.evidence).toEqual([record]);
  expect(await revisionEvidence(database(), submissionId, revision?.evidence ?? [])).toEqual([
    file,
  ]);
  const { id: _, ...laterRecord } = later;
  expect(await presentEvidence(database(), submissionId)).toEqual([laterRecord]);
});
