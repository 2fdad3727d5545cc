import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { releaseSubmission } from "@/db/mutations/releases";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { openObligations } from "@/db/queries/chasing/obligations";
import { inbox } from "@/db/queries/inbox/inbox";
import {
  answerToWriter,
  letterByReceipt,
  letterDetail,
  lettersPage,
  letterToNotify,
} from "@/db/queries/letters/letters";
import { letterCounts, publicAnswers } from "@/db/queries/letters/public-letters";
import { auditEvents } from "@/db/schema/audit";
import { letterAddresses } from "@/db/schema/letters";
import { tasks } from "@/db/schema/tasks";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import {
  carry,
  lastApproved,
  send,
  someone,
  takeOn,
  writing,
} from "@/db/testing/test-world-scenarios.fixture";
import { addDays } from "@/lib/domain/calendar/days";
import type { LetterInput } from "@/lib/domain/letters/letters";
import { adminRoles } from "@/lib/domain/people/roles";
import { forgetLetterAddress, receiveLetter } from "./letters";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const plain = 1;
const checked = 4;
const secret = "我住在河边第三户，锅炉还在烧";

function letter({ code }: World, changes: Partial<LetterInput> = {}) {
  return {
    code,
    kind: "correction",
    body: secret,
    email: null,
    locale: "zh-CN",
    ...changes,
  } as const;
}

async function written(plan: number, changes: Partial<LetterInput> = {}) {
  const world = await makeWorld(plan);
  await takeOn(world);
  const { receipt } = await receiveLetter(letter(world, changes), now);
  const found = await letterByReceipt(receipt, today);
  if (!found) throw new Error("The letter is not there");
  return { world, receipt, letter: found };
}

const sectionsOf = async (world: World, role: "official" | "head" | "supervisor", day = today) =>
  (await inbox(someone(world, role), day, 1000))
    .filter(({ items }) => items.some(({ letter }) => letter?.code === world.code))
    .map(({ section }) => section);

test("a letter is to be answered within the plan's working days, and waits in the unit's inbox", async () => {
  const { world, letter } = await written(plain);
  expect(letter).toMatchObject({ stage: "open", dueOn: "2024-07-03", workdaysLeft: 15 });
  expect(await sectionsOf(world, "official")).toEqual(["to_answer"]);
  expect(await sectionsOf(world, "head")).toEqual(["to_answer"]);
  expect(await sectionsOf(world, "supervisor")).toEqual([]);
  const late = addDays(letter.dueOn, 2);
  expect(await sectionsOf(world, "supervisor", late)).toEqual(["letters_late"]);
  expect(await letterCounts(world.code, late)).toEqual({
    received: 1,
    answered: 0,
    overdue: 1,
    erased: 0,
    followedUp: 0,
    followUpsAnswered: 0,
  });
  expect(await letterCounts(world.code, addDays(today, -1))).toMatchObject({ received: 0 });
});

test("only its unit and those who oversee or audit read it, no administrator; the history says neither who nor what", async () => {
  const { world, letter } = await written(plain, { email: "writer@example.org" });
  const reads = async (...who: Parameters<typeof someone>) =>
    (await letterDetail(someone(...who), letter.id, today)) !== null;
  expect(await reads(world, "official")).toBe(true);
  expect(await reads(world, "supervisor")).toBe(true);
  expect(await reads(world, "auditor")).toBe(true);
  expect(await reads(world, "director")).toBe(true);
  expect(await reads(world, "leader")).toBe(true);
  for (const role of adminRoles) expect(await reads(world, role)).toBe(false);
  expect(await reads(world, "official", "cooperating")).toBe(false);
  expect(await lettersPage(someone(world, "head", "other"), today, 1)).toMatchObject({
    counts: { open: 0, late: 0, answered: 0, done: 0 },
    letters: [],
  });
  const events = await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.type, "letter.received"));
  const texts = events.map(({ entry }) => new TextDecoder().decode(entry)).join();
  expect(texts).toContain(world.code);
  expect(texts).not.toContain("河边");
  expect(texts).not.toContain("writer@");
});

test("the same letter sent twice is one, also at once; another's words are another letter", async () => {
  const world = await makeWorld(plain);
  await takeOn(world);
  const same = await Promise.all([1, 2, 3].map(() => receiveLetter(letter(world), now)));
  expect(new Set(same.map(({ receipt }) => receipt)).size).toBe(1);
  const other = await receiveLetter(letter(world, { email: "b@example.org" }), now);
  expect(other.receipt).not.toBe(same[0]?.receipt);
  const later = await receiveLetter(letter(world), new Date(now.getTime() + 2 * 3_600_000));
  expect(later.receipt).not.toBe(same[0]?.receipt);
});

test("personal numbers, secrecy markings and tasks that are not there are refused", async () => {
  const world = await makeWorld(plain);
  const refused = (changes: object) =>
    refusalOf(receiveLetter({ ...letter(world), ...changes }, now));
  expect(await refused({ body: "电话 13812345678" })).toMatchObject({
    code: "letter_personal_data",
  });
  expect(await refused({ body: "机密★一年" })).toMatchObject({ code: "secrecy_marking" });
  expect(await refused({ code: "ZZ-99" })).toMatchObject({ code: "not_found" });
});

test("an approved answer is told to the writer and the public, in the unit's words", async () => {
  const { world, letter, receipt } = await written(plain, { email: "writer@example.org" });
  await carry(world, "answer", { letterId: letter.id, corrected: true });
  const answered = await letterByReceipt(receipt, today);
  expect(answered).toMatchObject({ stage: "answered", answeredOn: today });
  expect(answered && (await answerToWriter(answered))).toMatchObject({ answer: "年底前完工" });
  const answers = await publicAnswers(world.code, today);
  expect(answers).toMatchObject([
    { words: { question: "何时完工", answer: "年底前完工", corrected: true } },
  ]);
  expect(JSON.stringify(answers)).not.toContain("河边");
  expect(await publicAnswers(world.code, addDays(today, -1))).toEqual([]);
  expect((await letterToNotify(letter.id, today))?.email).toBe("writer@example.org");
  await forgetLetterAddress(letter.id);
  expect(await letterToNotify(letter.id, today)).toBeNull();
  const left = await database().select().from(letterAddresses);
  expect(left.filter(({ letterId }) => letterId === letter.id)).toEqual([]);
  expect(await sectionsOf(world, "official")).toEqual([]);
});

test("an answer is its writer's from its approval, and everybody's after its release check", async () => {
  const { world, letter, receipt } = await written(checked, { email: "writer@example.org" });
  await carry(world, "answer", { letterId: letter.id });
  const waiting = await letterByReceipt(receipt, today);
  expect(waiting).toMatchObject({ stage: "answered", answeredOn: today });
  expect(waiting && (await answerToWriter(waiting))).not.toBeNull();
  expect(await letterToNotify(letter.id, today)).not.toBeNull();
  expect(await publicAnswers(world.code, today)).toEqual([]);
  await releaseSubmission(
    someone(world, "supervisor"),
    {
      key: crypto.randomUUID(),
      submissionId: await lastApproved(world),
      ...{ disclosure: "withheld", ground: "third_party", basis: "涉及写信人" },
    },
    now,
  );
  const withheld = await letterByReceipt(receipt, today);
  expect(withheld?.stage).toBe("withheld");
  expect(withheld && (await answerToWriter(withheld))).toBeNull();
  expect(await publicAnswers(world.code, today)).toEqual([]);
});

test("its unit is reminded until an answer is on its way", async () => {
  const { world, letter } = await written(plain);
  const obligations = async () => {
    const calendar = await loadCalendar(database());
    const open = await openObligations(database(), today, calendar, eq(tasks.code, world.code));
    return open.map(({ id }) => id).filter((id) => id.startsWith("letter:"));
  };
  expect(await obligations()).toEqual([`letter:${letter.id}:${letter.dueOn}`]);
  await send(world, "answer", { letterId: letter.id });
  expect(await obligations()).toEqual([]);
});

test("a letter has one answer", async () => {
  const { world, letter } = await written(plain);
  await carry(world, "answer", { letterId: letter.id });
  const { key: _, ...draft } = writing(world.code, "answer", { letterId: letter.id });
  expect(await refusalOf(saveDraft(someone(world, "official"), draft, now))).toEqual({
    code: "letter_answered",
  });
});
