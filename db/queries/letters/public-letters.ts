import { and, count, desc, eq, lt, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { letterErasures, letterFollowUps, letters } from "@/db/schema/letters";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { releases, withdrawals } from "@/db/schema/releases";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";
import type { AnswerContent } from "@/lib/domain/submissions/contents";
import { isTracked } from "@/lib/domain/tasks/tasks";
import { answeredAt } from "./letters";

/** When the answer to a joined follow-up was given out. */
const followUpGivenOutAt = sql`(select checked_at from follow_up_checks given
  where given.letter_id = ${letterFollowUps.letterId} and given.decision = 'give_out')`;
const onRequest = and(eq(letterErasures.letterId, letters.id), eq(letterErasures.cause, "request"));

/**
 * The answers about a task that were released to everybody by the end of a day, newest first: the question and the answer
 * in the unit's words, never the letter's own. Words that have been withdrawn or erased since are gone on every day.
 */
export async function publicAnswers(code: string, asOf: Day) {
  const ends = endOfDay(asOf);
  const rows = await database()
    .select({
      kind: letters.kind,
      sentAt: letters.sentAt,
      releasedAt: releases.releasedAt,
      isDemo: releases.isDemo,
      content: submissions.content,
      withdrawnAt: withdrawals.withdrawnAt,
      reason: withdrawals.reason,
      erasedAt: letterErasures.erasedAt,
    })
    .from(letters)
    .innerJoin(tasks, eq(tasks.id, letters.taskId))
    .innerJoin(submissions, eq(submissions.letterId, letters.id))
    .innerJoin(releases, eq(releases.submissionId, submissions.id))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, submissions.id))
    .leftJoin(letterErasures, onRequest)
    .where(
      and(eq(tasks.code, code), eq(releases.disclosure, "public"), lt(releases.releasedAt, ends)),
    )
    .orderBy(desc(releases.sequence));
  return rows.map(
    ({ kind, sentAt, releasedAt, isDemo, content, withdrawnAt, reason, erasedAt }) => {
      // A row's kind says what its content is: only an answer has a letter.
      const { question, answer, corrected } = content as AnswerContent;
      return {
        ...{ kind, isDemo, sentOn: dayIn(sentAt), releasedOn: dayIn(releasedAt) },
        releasedAt: releasedAt.toISOString(),
        words: withdrawnAt === null && erasedAt === null ? { question, answer, corrected } : null,
        withdrawal:
          withdrawnAt && withdrawnAt < ends && !erasedAt
            ? { on: dayIn(withdrawnAt), reason: reason ?? "" }
            : null,
        erasedOn: erasedAt && erasedAt < ends ? dayIn(erasedAt) : null,
      };
    },
  );
}

/**
 * How many letters about a task came by the end of a day, were answered by then, were late without an answer, and were
 * erased as somebody asked: a letter that is erased is still counted. A follow-up (对答复不满意) is no second letter: of how
 * many the writer was not satisfied, and of how many of those the office has answered, is told beside them.
 */
export async function letterCounts(code: string, asOf: Day) {
  const ends = endOfDay(asOf).toISOString();
  const isErased = sql`coalesce(${letterErasures.erasedAt} < ${ends}, false)`;
  const isAnswered = sql`coalesce(${answeredAt} < ${ends}, false)`;
  const [counts] = await database()
    .select({
      received: count(),
      answered: sql`count(*) filter (where ${isAnswered})`.mapWith(Number),
      overdue:
        sql`count(*) filter (where not ${isAnswered} and not ${isErased} and ${letters.dueOn} < ${asOf})`.mapWith(
          Number,
        ),
      erased: sql`count(*) filter (where ${isErased})`.mapWith(Number),
      followedUp: sql`count(*) filter (where ${letterFollowUps.sentAt} < ${ends})`.mapWith(Number),
      followUpsAnswered: sql`count(*) filter (where ${followUpGivenOutAt} < ${ends})`.mapWith(
        Number,
      ),
    })
    .from(letters)
    .innerJoin(tasks, eq(tasks.id, letters.taskId))
    .leftJoin(
      submissions,
      and(eq(submissions.letterId, letters.id), eq(submissions.status, "approved")),
    )
    .leftJoin(letterErasures, onRequest)
    .leftJoin(letterFollowUps, eq(letterFollowUps.letterId, letters.id))
    .where(and(eq(tasks.code, code), lt(letters.sentAt, endOfDay(asOf))));
  if (!counts) throw new Error("A count has no row");
  return counts;
}

/** To whom a letter about a task goes, and within how many working days it is answered; null where nobody can write. */
export async function addressee(code: string) {
  const [found] = await database()
    .select({
      code: tasks.code,
      title: tasks.title,
      kind: tasks.kind,
      unit: departments.name,
      answerWorkdays: plans.answerWorkdays,
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .leftJoin(departments, eq(departments.id, tasks.leadDepartmentId))
    .where(and(eq(tasks.code, code), isTaskPublic()));
  return found && isTracked(found.kind) ? found : null;
}
