import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, type SQL } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { spendPublic } from "@/db/mutations/budgets";
import { type LockedTask, lockTask } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { isTaskPublic } from "@/db/queries/is-public";
import { letterAddresses, letterErasures, letters } from "@/db/schema/letters";
import { plans } from "@/db/schema/plans";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import { limitEndsOn } from "@/lib/domain/calendar/time-limits";
import { type LetterInput, letterRefusal } from "@/lib/domain/letters/letters";
import { receiptNumber } from "@/lib/domain/letters/receipt-numbers";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import { isTracked } from "@/lib/domain/tasks/tasks";

/** The same words about the same task within so long are the same letter. */
const doubledMs = 60 * 60 * 1000;

/** A letter as it arrives, and the network address that it came from, where that is known. */
type ReceivedLetter = LetterInput & { locale: string; address?: string | null };

/**
 * Takes in what a citizen writes about a task, to be answered within the working days of the plan. Returns its receipt
 * number; of the same letter sent twice the first one's. Refuses a task that is not there or not tracked, and words that
 * carry somebody's personal numbers or a secrecy marking, and more letters than the budget holds, of which only a letter
 * that is taken in spends. The history tells that it came, not who wrote or what.
 */
export function receiveLetter(input: ReceivedLetter, now: Date): Promise<{ receipt: string }> {
  return database().transaction(async (tx) => {
    const task = await lockTask(tx, { code: input.code });
    if (!(await isPublic(tx, task))) throw new Refused(refuse("not_found"));
    if (!isTracked(task.kind)) throw new Refused(refuse("task_not_tracked"));
    insist(letterRefusal(input));
    const earlier = await sameLetter(tx, task, input, now);
    return { receipt: earlier ?? (await insertLetter(tx, task, input, now)) };
  });
}

async function isPublic(tx: Transaction, { id }: LockedTask): Promise<boolean> {
  const [found] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(eq(tasks.id, id), isTaskPublic()));
  return found !== undefined;
}

async function sameLetter(
  tx: Transaction,
  task: LockedTask,
  { kind, body, email }: LetterInput,
  now: Date,
): Promise<string | null> {
  const [earlier] = await tx
    .select({ receipt: letters.receipt })
    .from(letters)
    .leftJoin(letterAddresses, eq(letterAddresses.letterId, letters.id))
    .where(
      and(
        eq(letters.taskId, task.id),
        eq(letters.kind, kind),
        eq(letters.body, body),
        gt(letters.sentAt, new Date(now.getTime() - doubledMs)),
        isAddress(email),
      ),
    );
  return earlier?.receipt ?? null;
}

function isAddress(email: string | null): SQL {
  return email === null ? isNull(letterAddresses.email) : eq(letterAddresses.email, email);
}

async function insertLetter(
  tx: Transaction,
  task: LockedTask,
  { kind, body, email, locale, address = null }: ReceivedLetter,
  now: Date,
): Promise<string> {
  await spendPublic(tx, "letter", address);
  const [plan] = await tx
    .select({ answerWorkdays: plans.answerWorkdays })
    .from(plans)
    .where(eq(plans.id, task.planId));
  if (!plan) throw new Error(`The task ${task.code} has no plan`);
  const dueOn = limitEndsOn(now, plan.answerWorkdays, await loadCalendar(tx));
  const receipt = receiptNumber(dayIn(now), randomBytes(8));
  const [letter] = await tx
    .insert(letters)
    .values({ receipt, kind, body, locale, dueOn, taskId: task.id, sentAt: now })
    .returning({ id: letters.id });
  if (!letter) throw new Error("The letter was not inserted");
  if (email) await tx.insert(letterAddresses).values({ letterId: letter.id, email });
  const event = { type: "letter.received", letterKind: kind, dueOn } as const;
  await recordEvent(tx, null, event, { task }, now);
  return receipt;
}

/** Forgets where to tell the writer of a letter, once that is done. */
export async function forgetLetterAddress(letterId: string): Promise<void> {
  await database().delete(letterAddresses).where(eq(letterAddresses.letterId, letterId));
}

/** The letter that an answer is to, or null of any other kind. Refuses a letter of another task, and one that is answered or erased. */
export async function answeredLetter(
  tx: Transaction,
  task: LockedTask,
  written: TypedContent,
): Promise<string | null> {
  if (written.kind !== "answer") return null;
  const { letterId } = written.content;
  const [letter] = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.id, letterId), eq(letters.taskId, task.id)));
  if (!letter) throw new Refused(refuse("not_found"));
  const [approved] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.letterId, letterId), eq(submissions.status, "approved")));
  if (approved) throw new Refused(refuse("letter_answered"));
  const erased = await tx.$count(letterErasures, eq(letterErasures.letterId, letterId));
  if (erased > 0) throw new Refused(refuse("letter_erased"));
  return letterId;
}
