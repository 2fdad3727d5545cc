import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import {
  followUpAnswers,
  followUpChecks,
  letterErasures,
  letterFollowUps,
} from "@/db/schema/letters";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { workdaysBetween } from "@/lib/domain/calendar/work-days";
import { type FollowUp, followUpState } from "@/lib/domain/letters/follow-ups";
import { letterDaysLate } from "@/lib/domain/letters/letters";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { seenBy } from "./letters";

/** What a letter's writer said of its answer, and what became of that; null where they said nothing. Who may read the letter may read it. */
export async function followUpOf(letterId: string, today: Day): Promise<FollowUp | null> {
  const rows = await selectFollowUps().where(eq(letterFollowUps.letterId, letterId));
  const [found] = await withDays(rows, today);
  return found ? found.followUp : null;
}

/**
 * The follow-ups that wait for this person, the longest overdue first: for the director those to answer, for the office
 * those to check that somebody else wrote. With how many there are; empty for everybody else.
 */
export async function waitingFollowUps(actor: Actor, today: Day, limit: number) {
  if (!isFor(actor.role, "follow_up.check")) return { count: 0, items: [] };
  const where = and(
    sql`not exists (select from ${letterErasures} where ${letterErasures.letterId} = ${letterFollowUps.letterId}
      and ${letterErasures.cause} = 'request')`,
    waitsFor(actor),
    seenBy(actor),
  );
  const [rows, count] = await Promise.all([
    selectFollowUps()
      .where(where)
      .orderBy(asc(letterFollowUps.dueOn), asc(letterFollowUps.letterId))
      .limit(limit),
    database().$count(sql`(${selectFollowUps().where(where)}) as found`),
  ]);
  return { count, items: await withDays(rows, today) };
}

function waitsFor(actor: Actor): SQL {
  const toCheck = sql`(${followUpAnswers.id} is not null and ${followUpChecks.decision} is null
    and ${users.personId} <> ${actor.personId})`;
  if (!isFor(actor.role, "follow_up.answer")) return toCheck;
  return sql`(${followUpAnswers.id} is null or ${followUpChecks.decision} = 'return' or ${toCheck})`;
}

/** Each with the answer that was written last. */
function selectFollowUps() {
  return database()
    .select({
      letterId: letterFollowUps.letterId,
      code: tasks.code,
      title: tasks.title,
      body: letterFollowUps.body,
      sentAt: letterFollowUps.sentAt,
      dueOn: letterFollowUps.dueOn,
      answer: { id: followUpAnswers.id, body: followUpAnswers.body },
      by: users.displayName,
      writerPersonId: users.personId,
      decision: followUpChecks.decision,
      reason: followUpChecks.reason,
      checkedAt: followUpChecks.checkedAt,
    })
    .from(letterFollowUps)
    .innerJoin(tasks, eq(tasks.id, letterFollowUps.taskId))
    .leftJoin(
      followUpAnswers,
      sql`${followUpAnswers.id} = (select id from follow_up_answers each
        where each.letter_id = ${letterFollowUps.letterId} order by each.sequence desc limit 1)`,
    )
    .leftJoin(users, eq(users.id, followUpAnswers.writtenById))
    .leftJoin(followUpChecks, eq(followUpChecks.answerId, followUpAnswers.id))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectFollowUps>>[number];

async function withDays(rows: Row[], today: Day) {
  const calendar = await loadCalendar(database());
  return rows.map(
    ({
      letterId,
      code,
      title,
      body,
      sentAt,
      dueOn,
      answer,
      decision,
      reason,
      checkedAt,
      ...row
    }) => {
      const state = followUpState(answer && { decision });
      const answeredOn = state === "answered" && checkedAt ? dayIn(checkedAt) : null;
      const followUp: FollowUp = {
        ...{ body, dueOn, state, answeredOn, sentOn: dayIn(sentAt) },
        workdaysLeft: workdaysBetween(today, dueOn, calendar),
        daysLate: letterDaysLate({ dueOn, answeredOn }, today),
        answer: answer && {
          ...{ ...answer, by: row.by ?? "" },
          writerPersonId: row.writerPersonId ?? "",
        },
        returnReason: state === "returned" ? reason : null,
      };
      return { letterId, code, title, followUp };
    },
  );
}
