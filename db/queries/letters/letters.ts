import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { lastDecidedAt } from "@/db/queries/last-decision";
import { unitsWithin } from "@/db/queries/people/branches";
import {
  followUpAnswers,
  followUpChecks,
  letterAddresses,
  letterErasures,
  letterFollowUps,
  letters,
} from "@/db/schema/letters";
import { departments } from "@/db/schema/people";
import { releases, withdrawals } from "@/db/schema/releases";
import { reviewDecisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { workdaysBetween } from "@/lib/domain/calendar/work-days";
import { type FollowUpDecision, followUpState } from "@/lib/domain/letters/follow-ups";
import {
  type ErasureCause,
  type Letter,
  letterDaysLate,
  letterStage,
} from "@/lib/domain/letters/letters";
import { pageAt } from "@/lib/domain/paging";
import { can, isFor } from "@/lib/domain/people/permissions";
import { type Actor, isUnitRole } from "@/lib/domain/people/roles";

/**
 * A page of the letters this person may read (`letter.read`), each with the working days left and how far its answer is, and how
 * many there are. What is to be answered comes first, the longest overdue at the top; then what is answered or erased, the
 * newest first. Nothing for whoever may read none.
 */
export async function lettersPage(actor: Actor, today: Day, asked: unknown, pageSize = 50) {
  const counts = await countLetters(actor, today);
  const { page, pages, offset, limit } = pageAt(counts.open + counts.done, asked, pageSize);
  const order = [
    asc(isDone),
    sql`case when not ${isDone} then ${letters.dueOn} end`,
    sql`coalesce(${answeredAt}, ${erased.at}) desc`,
    asc(letters.id),
  ];
  const found =
    counts.open + counts.done === 0
      ? []
      : await lettersWhere(today, seenBy(actor), { order, limit, offset });
  return { counts, page, pages, letters: found };
}

/** How many are to be answered, how many of those are late, how many are answered, and how many are done with: answered or erased. */
async function countLetters(actor: Actor, today: Day) {
  const none = { open: 0, late: 0, answered: 0, done: 0 };
  if (!isFor(actor.role, "letter.read")) return none;
  const those = (which: SQL) => sql`count(*) filter (where ${which})`.mapWith(Number);
  const [counts] = await database()
    .select({
      open: those(sql`not ${isDone}`),
      late: those(sql`not ${isDone} and ${letters.dueOn} < ${today}`),
      answered: those(isAnswered),
      done: those(isDone),
    })
    .from(letters)
    .innerJoin(tasks, eq(tasks.id, letters.taskId))
    .leftJoin(submissions, standingAnswer)
    .where(seenBy(actor));
  return counts ?? none;
}

/** Those of them with these ids. */
export async function lettersOf(actor: Actor, today: Day, ids: readonly string[]) {
  const rows = await lettersWhere(today, inArray(letters.id, [...ids]));
  return rows.filter((row) => can(actor, "letter.read", row));
}

/** One of them with its words; null if it is not there or not theirs to read. */
export async function letterDetail(actor: Actor, id: string, today: Day) {
  const [found] = await lettersWhere(today, eq(letters.id, id));
  return found && can(actor, "letter.read", found) ? found : null;
}

/** A letter for whoever holds its receipt number, which is the only key to it; null when there is none. */
export async function letterByReceipt(receipt: string, today: Day) {
  const [found] = await lettersWhere(today, eq(letters.receipt, receipt));
  return found ?? null;
}

/** What an approved answer says, once it may be told to the letter's writer; null before. */
export async function answerToWriter({ id, stage }: Pick<Letter, "id" | "stage">) {
  if (stage !== "answered") return null;
  const [found] = await database()
    .select({ content: submissions.content })
    .from(submissions)
    .where(and(eq(submissions.letterId, id), eq(submissions.status, "approved")));
  // A row's kind says what its content is: only an answer has a letter.
  return found ? (found.content as { answer: string; corrected: boolean }) : null;
}

/**
 * Whether a letter waits for its unit, as SQL: once an answer is in review it waits for those who decide, and erased it
 * waits for nobody.
 */
export const awaitsAnswer = sql`not exists (select from ${letterErasures}
  where ${letterErasures.letterId} = ${letters.id}) and not exists (select from ${submissions}
  where ${submissions.letterId} = ${letters.id} and ${submissions.status} in ('in_review', 'approved'))`;

/** An answered letter and where its writer wants to hear of that; null when there is nowhere, or nothing to tell yet. */
export async function letterToNotify(id: string, today: Day) {
  const [[letter], [address]] = await Promise.all([
    lettersWhere(today, eq(letters.id, id)),
    database().select().from(letterAddresses).where(eq(letterAddresses.letterId, id)),
  ]);
  const isTellable = letter && !["open", "erased"].includes(letter.stage);
  return isTellable && address ? { letter, email: address.email } : null;
}

/** Of a letter in a query, when and why its words were erased; a request goes before the end of its keeping. */
export const erased = {
  at: sql<Date | null>`(select ${letterErasures.erasedAt} ${lastErasure()})`.mapWith(
    letterErasures.erasedAt,
  ),
  cause: sql<ErasureCause | null>`(select ${letterErasures.cause} ${lastErasure()})`,
};

function lastErasure(): SQL {
  return sql`from ${letterErasures} where ${letterErasures.letterId} = ${letters.id}
    order by ${letterErasures.cause} = 'request' desc limit 1`;
}

/** What a query answered to `erased`, as a letter holds it. */
export function erasureOf({ at, cause }: { at: Date | null; cause: ErasureCause | null }) {
  return at && cause && { on: dayIn(at), cause };
}

/** When the answer of a joined letter was approved; null while it is not. */
export const answeredAt =
  sql<Date | null>`(case when ${submissions.status} = 'approved' then ${lastDecidedAt} end)`.mapWith(
    reviewDecisions.decidedAt,
  );

/** A letter has at most one answer that stands: the index submissions_one_answer sees to it. */
const standingAnswer = and(
  eq(submissions.letterId, letters.id),
  inArray(submissions.status, ["draft", "in_review", "returned", "approved"]),
);
const isAnswered = sql`coalesce(${submissions.status} = 'approved', false)`;
const isDone = sql`(${isAnswered} or exists (select from ${letterErasures}
  where ${letterErasures.letterId} = ${letters.id}))`;

/** Whose letters this person may read, as SQL over tasks. */
export function seenBy(actor: Actor): SQL | undefined {
  return isUnitRole(actor)
    ? eq(tasks.leadDepartmentId, actor.departmentId)
    : unitsWithin(actor, tasks.leadDepartmentId);
}

type Part = { order: SQL[]; limit: number; offset: number };

async function lettersWhere(today: Day, where?: SQL, part?: Part): Promise<Letter[]> {
  const found = selectLetters().where(where);
  const [rows, calendar] = await Promise.all([
    part
      ? found
          .orderBy(...part.order)
          .limit(part.limit)
          .offset(part.offset)
      : found,
    loadCalendar(database()),
  ]);
  return rows.map(({ sentAt, answeredAt, withdrawnAt, erasedAt, erasedFor, followUp, ...row }) => {
    const letter = {
      ...row,
      followUp: followUp && followUpState(followUp.last),
      sentOn: dayIn(sentAt),
      answeredOn: answeredAt && dayIn(answeredAt),
      withdrawnOn: withdrawnAt && dayIn(withdrawnAt),
      erasure: erasureOf({ at: erasedAt, cause: erasedFor }),
      workdaysLeft: workdaysBetween(today, row.dueOn, calendar),
    };
    return { ...letter, stage: letterStage(letter), daysLate: letterDaysLate(letter, today) };
  });
}

function selectLetters() {
  return database()
    .select({
      id: letters.id,
      receipt: letters.receipt,
      kind: letters.kind,
      body: letters.body,
      sentAt: letters.sentAt,
      dueOn: letters.dueOn,
      locale: letters.locale,
      code: tasks.code,
      title: tasks.title,
      leadDepartmentId: tasks.leadDepartmentId,
      unit: departments.name,
      answerId: submissions.id,
      answerStatus: submissions.status,
      answeredAt,
      disclosure: releases.disclosure,
      ground: releases.ground,
      withdrawnAt: withdrawals.withdrawnAt,
      withdrawalReason: withdrawals.reason,
      erasedAt: erased.at,
      erasedFor: erased.cause,
      followUp: sql<{ last: { decision: FollowUpDecision | null } | null } | null>`(
        select json_build_object('last', (select json_build_object('decision', checked.decision)
          from ${followUpAnswers} written left join ${followUpChecks} checked on checked.answer_id = written.id
          where written.letter_id = said.letter_id order by written.sequence desc limit 1))
        from ${letterFollowUps} said where said.letter_id = ${letters.id})`,
    })
    .from(letters)
    .innerJoin(tasks, eq(tasks.id, letters.taskId))
    .leftJoin(departments, eq(departments.id, tasks.leadDepartmentId))
    .leftJoin(submissions, standingAnswer)
    .leftJoin(releases, eq(releases.submissionId, submissions.id))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, submissions.id))
    .$dynamic();
}
