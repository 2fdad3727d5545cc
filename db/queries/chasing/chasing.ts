import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { chases, lightNotices } from "@/db/schema/chasing";
import { instructionHandlings, instructions } from "@/db/schema/instructions";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { answerRefusal } from "@/lib/domain/chasing/chases";
import type { Chasing } from "@/lib/domain/chasing/climbs";
import type { Actor } from "@/lib/domain/people/roles";
import { levelsRaised } from "./levels";

/**
 * What chases a task: 催办 with their answers, the levels it has come to, and its 督办单, newest first, each with what this
 * person may do about it. Empty for whoever may not see the task.
 */
export async function taskChasing(actor: Actor, code: string, today: Day): Promise<Chasing> {
  const where = and(eq(tasks.code, code), visibleTo(actor));
  const [sent, raised, notices] = await Promise.all([
    selectChases(where),
    levelsRaised(actor, today, eq(tasks.code, code)),
    selectNotices(where),
  ]);
  return {
    chases: sent.map(({ leader, wantedBy, instructionText, ...chase }) => ({
      ...chase,
      mayAnswer: mayAnswer(actor, chase),
      instruction: leader === null ? null : { by: leader, dueOn: wantedBy, text: instructionText },
    })),
    escalations: raised,
    notices,
  };
}

/** These 催办, where this person is to answer them. */
export async function chasesOf(actor: Actor, ids: readonly string[]) {
  const sent = await selectChases(and(visibleTo(actor), inArray(chases.id, [...ids])));
  return sent.filter((chase) => mayAnswer(actor, chase));
}

type Answerable = Parameters<typeof answerRefusal>[1] & Parameters<typeof answerRefusal>[2];
const mayAnswer = (actor: Actor, chase: Answerable) => answerRefusal(actor, chase, chase) === null;

// `where` is a condition over tasks and the table that is selected. Who reads is the caller's business.

const takers = alias(users, "takers");
const leaders = alias(users, "leaders");
const task = { taskCode: tasks.code, taskTitle: tasks.title };
const subject = { leadDepartmentId: tasks.leadDepartmentId, status: tasks.status };

/** 催办 sent by hand, newest first. */
function selectChases(where?: SQL) {
  return database()
    .select({
      ...task,
      ...subject,
      id: chases.id,
      message: chases.message,
      sentBy: users.displayName,
      sentAt: chases.sentAt,
      answer: chases.answer,
      answeredBy: takers.displayName,
      answeredAt: chases.answeredAt,
      leader: leaders.displayName,
      wantedBy: instructions.dueOn,
      // Sent word for word, the message is the words.
      instructionText: sql<
        string | null
      >`case when ${instructions.sharesWords} and ${instructions.addressee} = 'office' then ${instructions.text} end`,
    })
    .from(chases)
    .innerJoin(tasks, eq(tasks.id, chases.taskId))
    .innerJoin(users, eq(users.id, chases.sentById))
    .leftJoin(takers, eq(takers.id, chases.answeredById))
    .leftJoin(instructionHandlings, eq(instructionHandlings.chaseId, chases.id))
    .leftJoin(instructions, eq(instructions.id, instructionHandlings.instructionId))
    .leftJoin(leaders, eq(leaders.id, instructions.authorId))
    .where(where)
    .orderBy(desc(chases.sequence));
}

/** 督办单, newest first. */
function selectNotices(where?: SQL) {
  return database()
    .select({
      ...task,
      ...subject,
      id: lightNotices.id,
      light: lightNotices.light,
      reason: lightNotices.reason,
      issuedOn: lightNotices.issuedOn,
      liftedOn: lightNotices.liftedOn,
    })
    .from(lightNotices)
    .innerJoin(tasks, eq(tasks.id, lightNotices.taskId))
    .where(where)
    .orderBy(desc(lightNotices.issuedOn), asc(lightNotices.id));
}
