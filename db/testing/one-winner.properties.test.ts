import { randomUUID } from "node:crypto";
import { and, count, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { auditEvents } from "@/db/schema/audit";
import { outbox } from "@/db/schema/notifications";
import { reviewDecisions } from "@/db/schema/submissions";
import { decisions } from "@/lib/domain/submissions/submissions";
import { now, refusalOf } from "./scenario.fixture";
import { testDatabase } from "./test-database";
import { type World, worldMaker } from "./test-world.fixture";
import { decisionFor, send, someone, takeOn } from "./test-world-scenarios.fixture";

// Bar 3 of the workflow: 50 decisions at once, again and again, ROUNDS times.

const attempts = 50;
const rounds = Number(process.env.ROUNDS ?? 10);
let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

test(`${attempts} decisions at once × ${rounds}: one winner, one event, one post, one effect`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const world = await makeWorld(1);
    await takeOn(world);
    const seen = await decisionFor(await send(world, "extension"));
    const begun = await eventsOf(seen.submissionId);
    const outcomes = await Promise.all(
      Array.from({ length: attempts }, async (_, i) => {
        const supervisor = someone(world, "supervisor", undefined, i % 2);
        const decision = decisions[i % decisions.length] ?? "approve";
        const pressed = { ...seen, key: randomUUID(), decision, reason: "理由" };
        const refusal = await refusalOf(decideSubmission(supervisor, pressed, now));
        return refusal ? (refusal as { code: string }).code : decision;
      }),
    );
    const winners = outcomes.filter((outcome) => decisions.some((each) => each === outcome));
    expect(winners).toHaveLength(1);
    const lost = outcomes.filter((outcome) => outcome === "submission_wrong_status");
    expect(lost).toHaveLength(attempts - 1);

    const decided = eq(reviewDecisions.submissionId, seen.submissionId);
    expect(await database().$count(reviewDecisions, decided)).toBe(1);
    // An approved extension also moves the due day, which is told by an event of its own.
    const isApproved = winners[0] === "approve";
    const after = await eventsOf(seen.submissionId);
    expect(after.events - begun.events).toBe(isApproved ? 2 : 1);
    expect(after.posts - begun.posts).toBe(isApproved ? 2 : 1);
    expect(await eventsOf(seen.submissionId, verdicts)).toEqual({ events: 1, posts: 1 });
  }
}, 3_600_000);

const verdicts = ["submission.approved", "submission.returned", "submission.rejected"];
const postedEvents = { events: count(auditEvents.id), posts: count(outbox.id) };

async function eventsOf(submissionId: string, types?: string[]) {
  const own = eq(auditEvents.submissionId, submissionId);
  const [counted] = await database()
    .select(postedEvents)
    .from(auditEvents)
    .leftJoin(outbox, eq(outbox.eventId, auditEvents.id))
    .where(types ? and(own, inArray(auditEvents.type, types)) : own);
  return counted ?? { events: 0, posts: 0 };
}
