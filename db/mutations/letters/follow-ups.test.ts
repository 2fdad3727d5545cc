import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { eraseLetter, eraseOldLetters } from "@/db/mutations/submissions/letter-erasure";
import { officeWaiting } from "@/db/queries/inbox/office";
import { followUpOf } from "@/db/queries/letters/follow-ups";
import { letterByReceipt } from "@/db/queries/letters/letters";
import { letterCounts } from "@/db/queries/letters/public-letters";
import { auditEvents } from "@/db/schema/audit";
import { spentPoints } from "@/db/schema/budgets";
import { followUpAnswers, followUpChecks } from "@/db/schema/letters";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { carry, rowOf, someone, takeOn } from "@/db/testing/test-world-scenarios.fixture";
import { addDays } from "@/lib/domain/calendar/days";
import type { Role } from "@/lib/domain/people/roles";
import { answerFollowUp, checkFollowUp, receiveFollowUp } from "./follow-ups";
import { receiveLetter } from "./letters";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const plain = 1;
const secret = "我住在河边第三户，还是没有回答";
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

async function written() {
  const world = await makeWorld(plain);
  await takeOn(world);
  const letter = { code: world.code, kind: "correction", body: "锅炉还在烧", email: null } as const;
  const { receipt } = await receiveLetter({ ...letter, locale: "zh-CN" }, now);
  const letterId = (await letterByReceipt(receipt, today))?.id ?? "";
  return { world, receipt, letterId };
}
async function answered() {
  const made = await written();
  await carry(made.world, "answer", { letterId: made.letterId });
  return made;
}
async function followedUp() {
  const made = await answered();
  await receiveFollowUp({ receipt: made.receipt, body: secret }, now);
  return made;
}
const answering = (letterId: string, answer = "已再次核实。") => ({
  key: randomUUID(),
  letterId,
  answer,
});
async function lastAnswer(letterId: string) {
  return (await followUpOf(letterId, today))?.answer?.id ?? "";
}
async function checking(
  letterId: string,
  choice: { decision: "give_out" | "return"; reason: string } = {
    decision: "give_out",
    reason: "",
  },
) {
  return { key: randomUUID(), answerId: await lastAnswer(letterId), ...choice };
}

test("an answered letter is followed up once, within the plan's working days, under the same receipt", async () => {
  const { receipt, letterId, world } = await written();
  const say = (body = secret) => codeOf(receiveFollowUp({ receipt, body }, now));
  expect(await say()).toBe("follow_up_early");
  await carry(world, "answer", { letterId });
  expect(await Promise.all([say(), say(), say()])).toEqual(["done", "done", "done"]);
  expect(await say("又有话说")).toBe("follow_up_once");
  expect(await followUpOf(letterId, today)).toMatchObject({ body: secret, dueOn: "2024-07-03" });
  expect(
    await codeOf(receiveFollowUp({ receipt: "20240612-0000-0000-0000", body: "x" }, now)),
  ).toBe("not_found");
});

test("it is no second letter in the public numbers, and counted where it is", async () => {
  const { world, letterId } = await followedUp();
  const counts = { received: 1, answered: 1, overdue: 0, erased: 0 };
  const waits = { ...counts, followedUp: 1, followUpsAnswered: 0 };
  expect(await letterCounts(world.code, today)).toEqual(waits);
  await answerFollowUp(someone(world, "director"), answering(letterId), now);
  expect(await letterCounts(world.code, today)).toEqual(waits);
  await checkFollowUp(someone(world, "supervisor"), await checking(letterId), now);
  expect(await letterCounts(world.code, today)).toEqual({ ...waits, followUpsAnswered: 1 });
  expect(await letterCounts(world.code, addDays(today, -1))).toMatchObject({ followedUp: 0 });
});

test("what a letter may not say it may not say, and the budget is that of letters", async () => {
  const { receipt } = await answered();
  const say = (body: string, address: string | null = null) =>
    codeOf(receiveFollowUp({ receipt, body, address }, now));
  expect(await say("电话 13812345678")).toBe("letter_personal_data");
  expect(await say("机密★一年")).toBe("secrecy_marking");
  await db.owner.insert(spentPoints).values({
    ...{ key: "letter: 10.9.0.9", points: 10, expire: sql`now() + interval '1 hour'` },
  });
  expect(await say(secret, "10.9.0.9")).toBe("letters_too_many");
  expect(await say(secret, "10.9.0.8")).toBe("done");
});

test("the director answers, somebody else gives it out, and only then its writer reads it", async () => {
  const { world, letterId } = await followedUp();
  const [director, supervisor] = [someone(world, "director"), someone(world, "supervisor")];
  const waits = async (role: Role, day = today) =>
    (await officeWaiting(someone(world, role), day)).followUps.items
      .filter((each) => each.letterId === letterId)
      .map(({ followUp }) => followUp.state);
  expect([await waits("director"), await waits("supervisor")]).toEqual([["open"], []]);
  await answerFollowUp(director, answering(letterId), now);
  expect([await waits("director"), await waits("supervisor")]).toEqual([[], ["checking"]]);
  expect(await codeOf(answerFollowUp(director, answering(letterId), now))).toBe("letter_answered");
  expect(await codeOf(checkFollowUp(director, await checking(letterId), now))).toBe(
    "submission_own_work",
  );
  const stale = await checking(letterId);
  const back = { decision: "return", reason: "没有说时间" } as const;
  await checkFollowUp(supervisor, await checking(letterId, back), now);
  expect(await followUpOf(letterId, today)).toMatchObject({
    ...{ state: "returned", returnReason: "没有说时间", answeredOn: null },
  });
  await answerFollowUp(director, answering(letterId, "年底前拆除。"), now);
  expect(await codeOf(checkFollowUp(supervisor, stale, now))).toBe("follow_up_checked");
  await checkFollowUp(supervisor, await checking(letterId), now);
  expect(await followUpOf(letterId, today)).toMatchObject({
    ...{ state: "answered", answeredOn: today, answer: { body: "年底前拆除。" } },
  });
  expect([await waits("director"), await waits("supervisor")]).toEqual([[], []]);
  expect(await codeOf(checkFollowUp(supervisor, await checking(letterId), now))).toBe(
    "follow_up_checked",
  );
});

test("other roles are refused, ids that are not there are not found, and the history has no word of it", async () => {
  const { world, letterId } = await followedUp();
  for (const { role } of world.people) {
    if (role === "director") continue;
    const who = someone(world, role);
    const outcome = await codeOf(answerFollowUp(who, answering(letterId), now));
    const reads = ["official", "head", "supervisor", "leader", "auditor"].includes(role);
    expect([role, outcome]).toEqual([role, reads ? "not_allowed" : "not_found"]);
  }
  const director = someone(world, "director");
  expect(await codeOf(answerFollowUp(director, answering(randomUUID()), now))).toBe("not_found");
  const other = someone(world, "head", "other");
  expect(await codeOf(answerFollowUp(other, answering(letterId), now))).toBe("not_found");
  expect(await codeOf(answerFollowUp(director, answering(letterId, "致电 13812345678"), now))).toBe(
    "personal_data",
  );
  const none = { ...(await checking(letterId)), answerId: randomUUID() };
  expect(await codeOf(checkFollowUp(someone(world, "supervisor"), none, now))).toBe("not_found");
  const events = await database().select().from(auditEvents);
  const texts = events.map(({ entry }) => new TextDecoder().decode(entry)).join();
  expect(texts).toContain("letter.followed_up");
  expect(texts).not.toContain("河边第三户");
});

test("it is erased with its letter, on request with its answers; the time of keeping waits for its answer", async () => {
  const { world, letterId, receipt } = await followedUp();
  const [director, supervisor] = [someone(world, "director"), someone(world, "supervisor")];
  const years = new Date(now.getTime() + 5 * 365 * 86_400_000);
  await eraseOldLetters(years, 1000);
  expect((await followUpOf(letterId, today))?.body).toBe(secret);
  await answerFollowUp(director, answering(letterId), now);
  const back = { decision: "return", reason: "不全" } as const;
  await checkFollowUp(supervisor, await checking(letterId, back), now);
  const erase = { key: randomUUID(), letterId, reason: "写信人来电申请" };
  await eraseLetter(supervisor, erase, now);
  expect(await followUpOf(letterId, today)).toMatchObject({
    ...{ body: "—", answer: { body: "—" }, returnReason: "—" },
  });
  expect(await codeOf(answerFollowUp(director, answering(letterId), now))).toBe("letter_erased");
  expect(await codeOf(receiveFollowUp({ receipt, body: "再说" }, now))).toBe("letter_erased");

  const kept = await followedUp();
  await answerFollowUp(someone(kept.world, "director"), answering(kept.letterId), now);
  const give = await checking(kept.letterId);
  await checkFollowUp(someone(kept.world, "supervisor"), give, now);
  await eraseOldLetters(years, 1000);
  expect(await followUpOf(kept.letterId, today)).toMatchObject({
    ...{ body: "—", answer: { body: "已再次核实。" } },
  });
});

test("the database refuses who checks their own, a second answer given out, and any other change", async () => {
  const { world, letterId } = await followedUp();
  const director = someone(world, "director");
  await answerFollowUp(director, answering(letterId), now);
  const about = {
    ...{ answerId: await lastAnswer(letterId), letterId, taskId: (await rowOf(world.code)).id },
    ...{ decision: "give_out" as const, checkedAt: now },
  };
  const own = database()
    .insert(followUpChecks)
    .values({ ...about, checkedById: director.id });
  await expect(own).rejects.toMatchObject({ cause: { code: "23514" } });
  const supervisor = someone(world, "supervisor");
  const silent = database()
    .insert(followUpChecks)
    .values({ ...about, checkedById: supervisor.id });
  await expect(silent).rejects.toMatchObject({ cause: { code: "23000" } });
  for (const statement of [
    sql`update letter_follow_ups set body = '—' where letter_id = ${letterId}`,
    sql`update follow_up_answers set body = 'x' where letter_id = ${letterId}`,
    sql`delete from follow_up_answers`,
  ])
    await expect(db.owner.execute(statement)).rejects.toMatchObject({ cause: { code: "42501" } });
  const rows = await database()
    .select()
    .from(followUpAnswers)
    .where(eq(followUpAnswers.letterId, letterId));
  expect(rows).toHaveLength(1);
});
