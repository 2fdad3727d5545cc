import { and, eq, lt, notExists, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { type LockedTask, lockTask } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import {
  followUpChecks,
  letterAddresses,
  letterErasures,
  letterFollowUps,
  letters,
} from "@/db/schema/letters";
import { releases } from "@/db/schema/releases";
import { reviewDecisions, submissions } from "@/db/schema/submissions";
import { type EraseLetterInput, erasedWords, eraseRefusal } from "@/lib/domain/letters/letters";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { voidSubmissions } from "./submission-moves";

/**
 * Erases the words of a letter, of its follow-up and of every answer to them, with what was attached, as somebody whom they are about has asked (PIPL §47). What was
 * being written is closed, and an answer that waited for its release check is withheld. Refuses other roles, a letter that
 * is not there or erased already, and a reason with personal numbers: the history keeps it.
 */
export function eraseLetter(actor: Actor, input: EraseLetterInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { letterId, reason } = input;
    const [named] = await tx.select().from(letters).where(eq(letters.id, letterId));
    if (!named) throw new Refused(refuse("not_found"));
    const task = await lockTask(tx, { id: named.taskId });
    const isThis = and(eq(letterErasures.letterId, letterId), eq(letterErasures.cause, "request"));
    const isErased = (await tx.$count(letterErasures, isThis)) > 0;
    insist(eraseRefusal(actor, task, isErased) ?? publicTextRefusal(reason, "reason"));

    await voidSubmissions(tx, actor, task, { cause: "letter_erased", letterId }, now);
    await withhold(tx, actor, task, letterId, now);
    const erasure = { letterId, taskId: task.id, cause: "request" as const, reason };
    await tx.insert(letterErasures).values({ ...erasure, erasedById: actor.id, erasedAt: now });
    const event = { type: "letter.erased", cause: "request", reason } as const;
    await recordEvent(tx, actor, event, { task }, now);
    return { code: task.code };
  });
}

/** What is erased is not to be released any more: its release check is decided (政府信息公开条例 §15, 个人隐私). */
async function withhold(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  letterId: string,
  now: Date,
) {
  const [waiting] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .leftJoin(releases, eq(releases.submissionId, submissions.id))
    .where(
      and(
        eq(submissions.letterId, letterId),
        eq(submissions.status, "approved"),
        sql`${releases.submissionId} is null`,
      ),
    );
  if (!waiting) return;
  const decided = { disclosure: "withheld", ground: "third_party" } as const;
  await tx.insert(releases).values({
    ...{ ...decided, basis: erasedWords, submissionId: waiting.id, taskId: task.id },
    ...{ releasedById: actor.id, releasedAt: now, isDemo: actor.isDemo },
  });
  const event = { type: "submission.released", kind: "answer", ...decided, basis: null } as const;
  await recordEvent(tx, actor, event, { task, submissionId: waiting.id }, now);
}

/** A mailbox that no mail could reach within so many days of the answer's release is forgotten. */
const addressDays = 30;

/**
 * Erases what has been kept long enough: the words of letters answered `keptDays` ago, and mailboxes to which the answer
 * could not be told. What the public read of the answers stays. `now` is the app's clock.
 */
export async function eraseOldLetters(now: Date, keptDays: number): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const toldBefore = database()
    .select({ id: submissions.letterId })
    .from(submissions)
    .innerJoin(releases, eq(releases.submissionId, submissions.id))
    .where(lt(releases.releasedAt, before(addressDays)));
  await database().delete(letterAddresses).where(sql`${letterAddresses.letterId} in ${toldBefore}`);
  for (const { id, taskId } of await answeredBefore(before(keptDays)))
    await database().transaction(async (tx) => {
      const task = await lockTask(tx, { id: taskId });
      const erasure = { letterId: id, taskId, cause: "retention" as const, erasedAt: now };
      const written = await tx
        .insert(letterErasures)
        .values(erasure)
        .onConflictDoNothing()
        .returning({ id: letterErasures.letterId });
      const event = { type: "letter.erased", cause: "retention", reason: null } as const;
      if (written.length > 0) await recordEvent(tx, null, event, { task }, now);
    });
}

/** Letters whose answer was approved before a moment, whose words are still there and whose follow-up waits for nobody. */
function answeredBefore(moment: Date) {
  return database()
    .select({ id: letters.id, taskId: letters.taskId })
    .from(letters)
    .innerJoin(
      submissions,
      and(eq(submissions.letterId, letters.id), eq(submissions.status, "approved")),
    )
    .innerJoin(reviewDecisions, eq(reviewDecisions.submissionId, submissions.id))
    .where(
      and(
        notExists(
          database().select().from(letterErasures).where(eq(letterErasures.letterId, letters.id)),
        ),
        sql`not exists (select from ${letterFollowUps} where ${letterFollowUps.letterId} = ${letters.id}
          and not exists (select from ${followUpChecks} where ${followUpChecks.letterId} = ${letters.id}
            and ${followUpChecks.decision} = 'give_out'))`,
      ),
    )
    .groupBy(letters.id, submissions.id)
    .having(sql`max(${reviewDecisions.decidedAt}) < ${moment.toISOString()}`);
}
