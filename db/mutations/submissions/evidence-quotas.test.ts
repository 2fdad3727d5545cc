import { createHash, randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { evidence, files } from "@/db/schema/evidence";
import { submissions } from "@/db/schema/submissions";
import { readOpenSubmission } from "@/db/seed/demo-reads";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone, takeOn, writing } from "@/db/testing/test-world-scenarios.fixture";
import { evidenceLimits } from "@/lib/domain/submissions/evidence";
import { saveDraft } from "./drafts";
import { attachEvidence, deleteUnsentEvidence, removeEvidence } from "./evidence";
import { discardDraft, submitDraft } from "./submissions";

// Attacks on the disk by files: what one person can store ends, and what was never sent goes.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const hoursAgo = (hours: number, since = now) => new Date(since.getTime() - hours * 3_600_000);
/** The site's time as the database's own functions count it, whatever hour the tests run at. */
async function siteTime(): Promise<Date> {
  const [row] = await db.owner.execute<{ at: string }>(sql`select public.app_time() as at`);
  return new Date(row?.at ?? "");
}

async function drafted(world?: World) {
  const place = world ?? (await makeWorld(1));
  if (!world) await takeOn(place);
  const official = someone(place, "official");
  const { key, ...input } = writing(place.code, "progress");
  const { submissionId } = await saveDraft(official, input, now);
  return { world: place, official, submissionId };
}
type Draft = Awaited<ReturnType<typeof drafted>>;

/** Says that it is so large, which is what is counted: the test stores a few bytes of it. */
function attach({ official, submissionId }: Draft, text: string, size = 3, at = now) {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { name: `${text}.pdf`, sha256, size, mediaType: "application/pdf" };
  return attachEvidence(official, { key: randomUUID(), submissionId, ...file }, bytes, at);
}
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const remove = ({ official }: Draft, evidenceId: string, at = now) =>
  removeEvidence(official, { key: randomUUID(), evidenceId }, at);
const { fileBytes } = evidenceLimits;

test("a submission holds so many bytes; what is removed from it frees them there, and not for the person's day", async () => {
  const draft = await drafted();
  const stored = [];
  for (let i = 0; i < 5; i++)
    stored.push(await attach(draft, `${draft.world.code}${i}`, fileBytes));
  expect(await codeOf(attach(draft, `${draft.world.code}5`, fileBytes))).toBe("files_too_large");
  let round = 0;
  for (; round < 20; round++) {
    await remove(draft, stored.shift()?.id ?? "");
    const next = attach(draft, `${draft.world.code}-${round}`, fileBytes);
    if ((await codeOf(next)) !== "done") break;
    stored.push(await next);
  }
  expect(await codeOf(attach(draft, `${draft.world.code}x`, fileBytes))).toBe("uploads_too_many");
  expect(round).toBe(5);
});

test("a person's day holds so many files, however small, removed ones too; a day later they may go on", async () => {
  const draft = await drafted();
  const first = await attach(draft, `${draft.world.code}/1`, 1, hoursAgo(1));
  await remove(draft, first.id);
  await asReplica(sql`insert into evidence (submission_id, sha256, name, uploaded_by_id, uploaded_at, removed_at)
    select submission_id, sha256, name, uploaded_by_id, uploaded_at, removed_at
    from evidence, generate_series(3, ${evidenceLimits.personDayFiles}::int) where id = ${first.id}`);
  expect(await codeOf(attach(draft, "第一百个", 1))).toBe("done");
  expect(await codeOf(attach(draft, "还有一个", 1))).toBe("uploads_too_many");
  const later = new Date(now.getTime() + 24 * 3_600_000);
  expect(await codeOf(attach(draft, "第二天", 1, later))).toBe("done");
});

test("two files of one person that race for the last place of the day: one is refused", async () => {
  const one = await drafted();
  const other = await drafted();
  await attach(one, `${one.world.code}0`, 1, hoursAgo(1));
  await asReplica(sql`update files set size = ${evidenceLimits.personDayBytes - fileBytes}
    where sha256 in (select sha256 from evidence where submission_id = ${one.submissionId})`);
  await asReplica(sql`update evidence set removed_at = ${now.toISOString()}
    where submission_id = ${one.submissionId}`);
  const theirs = { ...other, official: one.official };
  const race = [attach(one, "a", fileBytes), attach(theirs, "b", fileBytes)].map(codeOf);
  expect((await Promise.all(race)).sort()).toEqual(["done", "uploads_too_many"]);
});

test("a task holds so many bytes, over all its submissions and units", async () => {
  const draft = await drafted();
  await attach(draft, `${draft.world.code}0`, fileBytes);
  await asReplica(sql`update files set size = ${evidenceLimits.taskBytes - 2 * fileBytes + 1}
    where sha256 in (select sha256 from evidence where submission_id = ${draft.submissionId})`);
  await asReplica(sql`update evidence set removed_at = ${now.toISOString()}, uploaded_at = ${hoursAgo(48).toISOString()}
    where submission_id = ${draft.submissionId}`);
  expect(await codeOf(attach(draft, `${draft.world.code}1`, fileBytes))).toBe("done");
  expect(await codeOf(attach(draft, `${draft.world.code}2`, fileBytes))).toBe(
    "task_files_too_large",
  );
});

/** As nobody can: past the triggers. */
function asReplica(statement: ReturnType<typeof sql>) {
  return db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(statement);
  });
}

const left = async (...ids: string[]) =>
  (await database().select().from(evidence).where(inArray(evidence.id, ids))).map(({ id }) => id);
const isStored = async ({ sha256 }: { sha256: string }) =>
  (await database().$count(files, eq(files.sha256, sha256))) === 1;

test("what was removed unsent is gone a day later, bytes and all; what was sent, or is carried elsewhere, stays", async () => {
  const draft = await drafted();
  const sent = await attach(draft, `${draft.world.code}送过的`);
  const gone = await attach(draft, `${draft.world.code}没送过的`);
  const fresh = await attach(draft, `${draft.world.code}刚移除的`);
  const elsewhere = await drafted();
  const shared = await attach(draft, `${draft.world.code}两处都有`);
  const twin = await attach(elsewhere, `${draft.world.code}两处都有`);
  for (const { id } of [gone, shared]) await remove(draft, id, hoursAgo(30, await siteTime()));
  await remove(draft, fresh.id, hoursAgo(20, await siteTime()));

  const open = await readOpenSubmission(draft.world.code);
  const input = writing(draft.world.code, "progress");
  await submitDraft(draft.official, { ...input, version: open?.version ?? 0 }, now);
  await deleteUnsentEvidence();
  await deleteUnsentEvidence();

  expect(await left(sent.id, gone.id, fresh.id, shared.id, twin.id)).toEqual(
    expect.arrayContaining([sent.id, fresh.id, twin.id]),
  );
  expect(await left(gone.id, shared.id)).toEqual([]);
  expect(await Promise.all([sent, gone, fresh, shared].map(isStored))).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test("a draft that was given up takes its files with it a day later, and not one that is still open", async () => {
  const draft = await drafted();
  const given = await attach(draft, `${draft.world.code}一`);
  await discard(draft, hoursAgo(30, await siteTime()));
  const again = await drafted(draft.world);
  const kept = await attach(again, `${draft.world.code}二`);
  await deleteUnsentEvidence();
  expect(await left(given.id, kept.id)).toEqual([kept.id]);
  await discard(again, hoursAgo(23, await siteTime()));
  await deleteUnsentEvidence();
  expect(await left(kept.id)).toEqual([kept.id]);
});

async function discard({ official, submissionId }: Draft, at: Date) {
  const [row] = await database().select().from(submissions).where(eq(submissions.id, submissionId));
  const input = { key: randomUUID(), submissionId, version: row?.version ?? 0 };
  await discardDraft(official, input, at);
}

test("nobody deletes what was sent: neither the app's role, nor the owner, nor by the function", async () => {
  const draft = await drafted();
  const sent = await attach(draft, `${draft.world.code}送`);
  const open = await readOpenSubmission(draft.world.code);
  const input = writing(draft.world.code, "progress");
  await submitDraft(draft.official, { ...input, version: open?.version ?? 0 }, now);
  for (const table of [evidence, files]) {
    await expect(database().delete(table)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(db.owner.delete(table)).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  await deleteUnsentEvidence();
  expect(await left(sent.id)).toEqual([sent.id]);
});
