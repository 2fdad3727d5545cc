import { and, eq, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { contentHash } from "@/db/content-hash";
import { answeredRequests } from "@/db/schema/requests";
import type { Actor } from "@/lib/domain/people/roles";
import { secrecyIn } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { spendOwn } from "./budgets";
import { holdGaps, queueGapsMoved } from "./record-event";
import { rememberChanged } from "./remember-health";

/**
 * Runs a mutation once for each press of a button. The same key sent again gets the stored answer; the same key with
 * another input is refused (`request_reused`). Answer and change commit together, so an answer is never lost or early. An
 * answer is kept for 30 days, longer than any page lives: an older key is a new press, which the states of things refuse.
 * Refuses a secrecy marking in any text of it (`secrecy_marking`), and more than a person may change in a day
 * (`changes_too_many`).
 */
export function runOnce<Answer>(
  actor: Actor,
  input: { key: string },
  now: Date,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  return database().transaction(async (tx) => {
    insist(secrecyIn(input));
    // The second of two equal requests waits here until the first has committed or rolled back.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.id}:${input.key}`}, 0))`,
    );
    const requestHash = contentHash(input);
    const [answered] = await tx
      .select()
      .from(answeredRequests)
      .where(and(eq(answeredRequests.actorId, actor.id), eq(answeredRequests.key, input.key)));
    if (answered) {
      if (answered.requestHash !== requestHash) throw new Refused(refuse("request_reused"));
      return answered.answer as Answer;
    }
    holdGaps(tx);
    const answer = await work(tx);
    await rememberChanged(tx, now);
    await queueGapsMoved(tx);
    // Last, so that a person's requests wait for each other no longer than they must.
    await spendOwn(tx, actor, "change", input);
    await tx
      .insert(answeredRequests)
      .values({ actorId: actor.id, key: input.key, requestHash, answer, answeredAt: now });
    return answer;
  });
}
