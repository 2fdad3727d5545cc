import { createHash, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { receiveLetter } from "@/db/mutations/letters/letters";
import { announce } from "@/db/mutations/notifications/announce";
import { releaseSubmission, unpublishSubmission } from "@/db/mutations/releases";
import { inbox } from "@/db/queries/inbox/inbox";
import { answerToWriter, letterByReceipt, letterDetail } from "@/db/queries/letters/letters";
import { letterCounts, publicAnswers } from "@/db/queries/letters/public-letters";
import { releaseOf } from "@/db/queries/releases";
import { letterAddresses } from "@/db/schema/letters";
import { outbox } from "@/db/schema/notifications";
import { submissions } from "@/db/schema/submissions";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { tablesWith } from "@/db/testing/tables-with.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import {
  carry,
  decisionFor,
  lastApproved,
  seen,
  send,
  someone,
  takeOn,
  writing,
} from "@/db/testing/test-world-scenarios.fixture";
import { addDays } from "@/lib/domain/calendar/days";
import { adminRoles } from "@/lib/domain/people/roles";
import { decideSubmission } from "./decisions";
import { saveDraft } from "./drafts";
import { attachEvidence } from "./evidence";
import { eraseLetter, eraseOldLetters } from "./letter-erasure";
import { submitDraft } from "./submissions";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const plain = 1;
const checked = 4;
const reason = "写信人6月12日来电申请，已凭回执号核实";
const erasing = (letterId: string) => ({ key: randomUUID(), letterId, reason });

async function written(plan: number, body = "我住在河边第三户，锅炉还在烧") {
  const world = await makeWorld(plan);
  await takeOn(world);
  const letter = { code: world.code, kind: "correction", body, locale: "zh-CN" } as const;
  const { receipt } = await receiveLetter({ ...letter, email: "writer@example.org" }, now);
  const found = await letterByReceipt(receipt, today);
  if (!found) throw new Error("The letter is not there");
  return { world, receipt, letterId: found.id };
}
const read = async (receipt: string, day = today) => {
  const letter = await letterByReceipt(receipt, day);
  if (!letter) throw new Error("The letter is not there");
  return letter;
};

test("on request the words of a letter and its answers are nowhere in the database any more", async () => {
  const words = {
    ...{ body: "蓝色铁门旁", question: "柳树巷口", first: "甲乙丙丁", answer: "荷花池畔" },
    ...{ returned: "石桥西侧", basis: "槐树底下", taken: "竹林深处" },
    ...{ file: "梅园路口", name: "杏花楼前" },
  };
  const { world, receipt, letterId } = await written(checked, `锅炉在${words.body}`);
  const [official, supervisor] = [someone(world, "official"), someone(world, "supervisor")];
  const content = { letterId, question: words.question, answer: words.first };
  const submissionId = await send(world, "answer", content);
  const decided = { ...(await decisionFor(submissionId, "return")), reason: words.returned };
  await decideSubmission(supervisor, decided, now);
  const again = { ...content, answer: words.answer };
  const bytes = Buffer.from(`%PDF-1.4\n% ${words.file}\n%%EOF`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const name = `${words.name}.pdf`;
  const file = { name, sha256, mediaType: "application/pdf", size: bytes.length };
  await attachEvidence(official, { key: randomUUID(), submissionId, ...file }, bytes, now);
  const { version } = await seen(submissionId);
  await submitDraft(official, { ...writing(world.code, "answer", again), version }, now);
  await decideSubmission(supervisor, await decisionFor(submissionId), now);
  const check = { disclosure: "public", ground: null, basis: words.basis } as const;
  await releaseSubmission(supervisor, { key: randomUUID(), submissionId, ...check }, now);
  const taken = { key: randomUUID(), submissionId, reason: words.taken };
  await unpublishSubmission(supervisor, taken, now);
  for (const { id } of await database().select().from(outbox)) await announce(id, now);

  const mailbox = "writer@example.org";
  const { [mailbox]: addressed, ...holding } = await tablesWith(db.owner, [
    ...Object.values(words),
    mailbox,
  ]);
  expect(Object.values(holding).every((tables) => tables.length > 0)).toBe(true);
  expect(new Set(Object.values(holding).flat())).toEqual(
    new Set([
      ...["letters", "submissions", "revisions", "review_decisions", "releases", "withdrawals"],
      ...["evidence", "files"],
    ]),
  );
  expect(addressed).toEqual(["letter_addresses"]);

  await eraseLetter(supervisor, erasing(letterId), now);
  for (const { id } of await database().select().from(outbox)) await announce(id, now);
  const { [reason]: kept, ...left } = await tablesWith(db.owner, [
    ...Object.values(words),
    mailbox,
    reason,
  ]);
  expect(Object.values(left).flat()).toEqual([]);
  expect(kept).toEqual(["audit_events", "letter_erasures"]);

  expect(await read(receipt)).toMatchObject({
    stage: "erased",
    body: "—",
    erasure: { on: today, cause: "request" },
  });
  expect(await answerToWriter(await read(receipt))).toBeNull();
  expect(await publicAnswers(world.code, today)).toMatchObject([
    { words: null, withdrawal: null, erasedOn: today },
  ]);
  expect(await publicAnswers(world.code, addDays(today, 1))).toMatchObject([{ erasedOn: today }]);
  expect(await letterCounts(world.code, today)).toMatchObject({ received: 1, erased: 1 });
});

test("what was being written is closed, and the letter waits for nobody", async () => {
  const { world, receipt, letterId } = await written(plain);
  const submissionId = await send(world, "answer", { letterId });
  await eraseLetter(someone(world, "supervisor"), erasing(letterId), now);
  const [left] = await database()
    .select()
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  expect(left).toMatchObject({ status: "discarded", content: { question: "—", answer: "—" } });
  const { key: _, ...draft } = writing(world.code, "answer", { letterId });
  expect(await refusalOf(saveDraft(someone(world, "official"), draft, now))).toEqual({
    code: "letter_erased",
  });
  const late = addDays((await read(receipt)).dueOn, 3);
  for (const role of ["official", "supervisor"] as const) {
    const sections = await inbox(someone(world, role), late, 1000);
    const items = sections.flatMap((section) => section.items);
    expect(items.some(({ letter }) => letter?.id === letterId)).toBe(false);
  }
  expect(await letterCounts(world.code, late)).toMatchObject({ overdue: 0, erased: 1 });
});

test("an answer that waited for its release check is withheld with it", async () => {
  const { world, letterId } = await written(checked);
  await carry(world, "answer", { letterId });
  const id = await lastApproved(world);
  expect((await releaseOf(id, today))?.disclosure).toBeNull();
  await eraseLetter(someone(world, "supervisor"), erasing(letterId), now);
  expect(await releaseOf(id, today)).toMatchObject({
    disclosure: "withheld",
    ground: "third_party",
  });
});

test("only a supervisor or the director erases, once, and gives a reason that the history may keep", async () => {
  const { world, letterId } = await written(plain);
  for (const role of ["official", "head", "leader", ...adminRoles, "auditor"] as const)
    expect(await refusalOf(eraseLetter(someone(world, role), erasing(letterId), now))).toEqual({
      code: "not_allowed",
    });
  const supervisor = someone(world, "supervisor");
  const named = { ...erasing(letterId), reason: "138 0013 8000 来电" };
  expect(await refusalOf(eraseLetter(supervisor, named, now))).toMatchObject({
    code: "personal_data",
    field: "reason",
  });
  const input = erasing(letterId);
  await Promise.all([1, 2, 3].map(() => eraseLetter(supervisor, input, now)));
  expect(await refusalOf(eraseLetter(supervisor, erasing(letterId), now))).toEqual({
    code: "letter_erased",
  });
  expect(await refusalOf(eraseLetter(supervisor, erasing(randomUUID()), now))).toEqual({
    code: "not_found",
  });
});

test("after the time of keeping the letter's own words go, the public answer stays", async () => {
  const { world, receipt, letterId } = await written(plain, "门牌二十七号楼上");
  await carry(world, "answer", { letterId });
  const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
  await eraseOldLetters(after(29), 100);
  expect(await database().$count(letterAddresses, eq(letterAddresses.letterId, letterId))).toBe(1);
  await eraseOldLetters(after(99), 100);
  expect(await database().$count(letterAddresses, eq(letterAddresses.letterId, letterId))).toBe(0);
  expect((await read(receipt)).body).toBe("门牌二十七号楼上");
  const unanswered = await written(plain);

  await eraseOldLetters(after(101), 100);
  await eraseOldLetters(after(102), 100);
  expect(Object.values(await tablesWith(db.owner, ["门牌二十七号楼上"]))).toEqual([[]]);
  const erasedOn = addDays(today, 101);
  expect(await read(receipt)).toMatchObject({
    stage: "answered",
    erasure: { on: erasedOn, cause: "retention" },
  });
  const [answer] = await publicAnswers(world.code, erasedOn);
  expect(answer?.words?.answer).toBe("年底前完工");
  expect((await read(unanswered.receipt)).erasure).toBeNull();
  await eraseLetter(someone(world, "supervisor"), erasing(letterId), after(103));
  expect((await read(receipt)).stage).toBe("erased");
});

test("nothing but a row that says so takes words away, and it takes nothing else", async () => {
  const { world, letterId } = await written(plain);
  const submissionId = await send(world, "answer", { letterId });
  const change = (what: string) => db.owner.execute(sql.raw(what));
  const refused = async (what: string) =>
    await expect(change(what), what).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/is append-only|has no event/) },
    });
  const blank = `update letters set body = '—' where id = '${letterId}'`;
  const blankRevision = `update revisions set content = content || '{"question":"—","answer":"—"}'
    where submission_id = '${submissionId}'`;
  await refused(blank);
  await refused(blankRevision);
  await refused(`insert into letter_erasures (letter_id, task_id, cause, erased_at)
    select id, task_id, 'retention', now() from letters where id = '${letterId}'`);

  await eraseLetter(someone(world, "supervisor"), erasing(letterId), now);
  await refused(`update letters set body = 'x' where id = '${letterId}'`);
  await refused(`update letters set body = '—', due_on = due_on + 1 where id = '${letterId}'`);
  await refused(`update revisions set number = 9 where submission_id = '${submissionId}'`);
  await refused(`delete from letters where id = '${letterId}'`);
  await refused(`delete from letter_erasures where letter_id = '${letterId}'`);
  await refused(`update letter_erasures set reason = 'x' where letter_id = '${letterId}'`);
  expect(await letterDetail(someone(world, "auditor"), letterId, today)).toMatchObject({
    body: "—",
  });
  for (const what of [blank, "delete from letter_erasures"])
    await expect(database().execute(sql.raw(what))).rejects.toMatchObject({
      cause: { message: expect.stringContaining("permission denied") },
    });
});
