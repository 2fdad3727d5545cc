import { and, desc, eq } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { spendPublic } from "@/db/mutations/budgets";
import { lockTask } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { letterByReceipt } from "@/db/queries/letters/letters";
import {
  followUpAnswers,
  followUpChecks,
  letterErasures,
  letterFollowUps,
} from "@/db/schema/letters";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { dayIn } from "@/lib/domain/calendar/days";
import { limitEndsOn } from "@/lib/domain/calendar/time-limits";
import {
  type AnswerFollowUpInput,
  answerFollowUpRefusal,
  type CheckFollowUpInput,
  checkFollowUpRefusal,
  followUpRefusal,
  followUpState,
} from "@/lib/domain/letters/follow-ups";
import { letterRefusal } from "@/lib/domain/letters/letters";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";

type ReceivedFollowUp = { receipt: string; body: string; address?: string | null };

/**
 * Takes in that the writer of an answered letter is not satisfied, once under one receipt, to be answered by the office
 * within the working days of the plan. The same words sent again are the same. Refuses a receipt that is not there, what
 * `followUpRefusal` refuses, words that a letter may not have, and more than the budget of letters holds, of which only
 * what is taken in spends. The history tells that it came, not what it says.
 */
export async function receiveFollowUp(
  { receipt, body, address = null }: ReceivedFollowUp,
  now: Date,
): Promise<{ receipt: string }> {
  // How far an answered letter is goes back only by an erasure, which is asked for again under the lock.
  const named = await letterByReceipt(receipt, dayIn(now));
  if (!named) throw new Refused(refuse("not_found"));
  return database().transaction(async (tx) => {
    const task = await lockTask(tx, { code: named.code });
    const [earlier] = await tx
      .select({ body: letterFollowUps.body })
      .from(letterFollowUps)
      .where(eq(letterFollowUps.letterId, named.id));
    if (earlier?.body === body) return { receipt };
    const isErased = (await tx.$count(letterErasures, eq(letterErasures.letterId, named.id))) > 0;
    if (isErased) throw new Refused(refuse("letter_erased"));
    insist(followUpRefusal(named, earlier !== undefined) ?? letterRefusal({ body }));
    await spendPublic(tx, "letter", address);
    const [plan] = await tx
      .select({ answerWorkdays: plans.answerWorkdays })
      .from(plans)
      .where(eq(plans.id, task.planId));
    if (!plan) throw new Error(`The task ${task.code} has no plan`);
    const dueOn = limitEndsOn(now, plan.answerWorkdays, await loadCalendar(tx));
    const about = { letterId: named.id, taskId: task.id };
    await tx.insert(letterFollowUps).values({ ...about, body, dueOn, sentAt: now });
    await recordEvent(tx, null, { type: "letter.followed_up", dueOn }, { task }, now);
    return { receipt };
  });
}

/**
 * The director's answer to a follow-up, for its writer alone, given out once somebody else has checked it. Refuses what
 * `answerFollowUpRefusal` refuses, and words that may not leave the office; a letter without a follow-up is `not_found`.
 */
export function answerFollowUp(actor: Actor, input: AnswerFollowUpInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { letterId, answer } = input;
    const { task, state, isErased } = await lockFollowUp(tx, actor, letterId);
    insist(
      answerFollowUpRefusal(actor, task, state, isErased) ?? publicTextRefusal(answer, "answer"),
    );
    const written = { letterId, taskId: task.id, writtenById: actor.id };
    await tx.insert(followUpAnswers).values({ ...written, body: answer, writtenAt: now });
    await recordEvent(tx, actor, { type: "follow_up.answered" }, { task }, now);
    return { code: task.code };
  });
}

/**
 * Gives an answer out to the writer, or sends it back to the director with a reason. Refuses what `checkFollowUpRefusal`
 * refuses: never whoever wrote it, and only the last answer; one that is not there is `not_found`.
 */
export function checkFollowUp(actor: Actor, input: CheckFollowUpInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { answerId, decision } = input;
    const [named] = await tx
      .select({ letterId: followUpAnswers.letterId, writerPersonId: users.personId })
      .from(followUpAnswers)
      .innerJoin(users, eq(users.id, followUpAnswers.writtenById))
      .where(eq(followUpAnswers.id, answerId));
    if (!named) throw new Refused(refuse("not_found"));
    const { letterId } = named;
    const { task, last, state, isErased } = await lockFollowUp(tx, actor, letterId);
    const isLast = last?.id === answerId;
    const { writerPersonId } = named;
    const answer = { writerPersonId, state: isLast ? state : "answered" } as const;
    insist(checkFollowUpRefusal(actor, task, answer, isErased));
    const reason = decision === "return" ? input.reason : null;
    const checked = { answerId, letterId, taskId: task.id, checkedById: actor.id };
    await tx.insert(followUpChecks).values({ ...checked, decision, reason, checkedAt: now });
    const type = decision === "give_out" ? "follow_up.given_out" : "follow_up.returned";
    await recordEvent(tx, actor, { type }, { task }, now);
    return { code: task.code };
  });
}

/** A follow-up with its task locked and its last answer. To whoever may not read letters it is `not_found`. */
async function lockFollowUp(tx: Transaction, actor: Actor, letterId: string) {
  const [named] = await tx
    .select({ taskId: letterFollowUps.taskId })
    .from(letterFollowUps)
    .where(eq(letterFollowUps.letterId, letterId));
  if (!named) throw new Refused(refuse("not_found"));
  const task = await lockTask(tx, { id: named.taskId });
  if (!can(actor, "letter.read", task)) throw new Refused(refuse("not_found"));
  const [last] = await tx
    .select({ id: followUpAnswers.id, decision: followUpChecks.decision })
    .from(followUpAnswers)
    .leftJoin(followUpChecks, eq(followUpChecks.answerId, followUpAnswers.id))
    .where(eq(followUpAnswers.letterId, letterId))
    .orderBy(desc(followUpAnswers.sequence))
    .limit(1);
  const isThis = and(eq(letterErasures.letterId, letterId), eq(letterErasures.cause, "request"));
  const isErased = (await tx.$count(letterErasures, isThis)) > 0;
  return { task, last, state: followUpState(last ?? null), isErased };
}
