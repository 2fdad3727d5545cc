import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proposeCorrection } from "@/db/mutations/corrections/corrections";
import { answerFollowUp } from "@/db/mutations/letters/follow-ups";
import { recordEvent } from "@/db/mutations/record-event";
import { waitingFollowUps } from "@/db/queries/letters/follow-ups";
import { followUpAnswers } from "@/db/schema/letters";
import { users } from "@/db/schema/people";
import { correctionRequests, registrations } from "@/db/schema/registrations";
import { followedUp } from "@/db/testing/instruction-inputs.fixture";
import * as draft from "@/db/testing/registrations.fixture";
import { now, today } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { database, type Transaction } from "./client";

// One human with two accounts is one pair of eyes: what the database refuses to the site's own role, whatever the site
// thinks.

const refused = { cause: { code: "23514" } };
let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

/** Two accounts of a world become one human's, for the database and for whoever is signed in. */
async function makeOne(one: Actor, other: Actor) {
  await setAccounts(db.superuser, { personId: one.personId }, eq(users.id, other.id));
  other.personId = one.personId;
}

/** As the site's role, with an event of whoever is said to do it. */
const asSite = (actor: Actor, change: (tx: Transaction) => Promise<unknown>) =>
  database().transaction(async (tx) => {
    await change(tx);
    await recordEvent(tx, actor, { type: "account.updated", changed: [] }, {}, now);
  });

describe("two accounts of one human", () => {
  test("do not check the answer that the other wrote, nor is it offered to them", async () => {
    const world = await makeWorld(1);
    const letterId = await followedUp(world);
    const [director, supervisor] = [someone(world, "director"), someone(world, "supervisor")];
    const second = someone(world, "supervisor", undefined, 1);
    await answerFollowUp(director, { key: randomUUID(), letterId, answer: "已核实。" }, now);
    await makeOne(director, supervisor);
    const isTheirs = eq(followUpAnswers.letterId, letterId);
    const [answer] = await db.owner.select().from(followUpAnswers).where(isTheirs);
    const check = (by: Actor) =>
      database().execute(sql`insert into follow_up_checks (answer_id, letter_id, task_id, decision, checked_by_id, checked_at)
        values (${answer?.id}, ${letterId}, ${answer?.taskId}, 'give_out', ${by.id}, now())`);
    await expect(check(director)).rejects.toMatchObject(refused);
    await expect(check(supervisor)).rejects.toMatchObject(refused);
    // Whoever else checks it comes as far as the event.
    await expect(check(second)).rejects.not.toMatchObject(refused);
    const offered = async (actor: Actor) =>
      (await waitingFollowUps(actor, today, 100)).items.map((each) => each.letterId);
    expect(await offered(supervisor)).not.toContain(letterId);
    expect(await offered(second)).toContain(letterId);
  });

  test("do not confirm or publish what the other drafted alone", async () => {
    const world = await makeWorld(1);
    const [director, supervisor] = [someone(world, "director"), someone(world, "supervisor")];
    const seen = await draft.draftOf(supervisor, "换位", [draft.typedTask()], now);
    await makeOne(supervisor, director);
    const isIt = eq(registrations.id, seen.id);
    await asSite(supervisor, (tx) =>
      tx.update(registrations).set({ status: "proposed" }).where(isIt),
    );
    const [plan] = await db.owner.execute<{ id: string; document_id: string }>(
      sql`select id, document_id from plans limit 1`,
    );
    const confirmed = asSite(director, (tx) =>
      tx
        .update(registrations)
        .set({
          ...{ status: "confirmed", confirmedById: director.id, confirmedAt: now },
          ...{ planId: plan?.id, documentId: plan?.document_id },
        })
        .where(isIt),
    );
    await expect(confirmed).rejects.toMatchObject(refused);
  });

  test("do not confirm the correction that the other proposed", async () => {
    const world = await makeWorld(1);
    const [director, supervisor] = [someone(world, "director"), someone(world, "supervisor")];
    const wrong = { subject: "task", name: world.code, field: "title", wrong: "" } as const;
    const asked = { key: randomUUID(), ...wrong, occurrence: 1, right: "改正", reason: "录入有误" };
    const { id } = await proposeCorrection(director, asked, now);
    await makeOne(director, supervisor);
    const done = asSite(supervisor, async (tx) => {
      const decided = { status: "confirmed", decidedById: supervisor.id, decidedAt: now } as const;
      await tx.update(correctionRequests).set(decided).where(eq(correctionRequests.id, id));
      await tx.execute(sql`insert into corrections
        (subject, task_id, changes, reason, proposed_by_id, proposed_at, request_id, confirmed_by_id, confirmed_at)
        select subject, task_id, changes, reason, proposed_by_id, proposed_at, id, decided_by_id, now()
        from correction_requests where id = ${id}`);
    });
    await expect(done).rejects.toMatchObject(refused);
  });

  test("do not stand in for each other", async () => {
    const world = await makeWorld(1);
    const [head, official] = [someone(world, "head"), someone(world, "official")];
    await makeOne(head, official);
    const lent = database().execute(sql`insert into delegations
      (principal_id, deputy_id, starts_on, ends_on, reason, created_by_id, created_at)
      values (${head.id}, ${official.id}, ${today}, ${today}, '外出', ${head.id}, now())`);
    await expect(lent).rejects.toMatchObject(refused);
  });
});
