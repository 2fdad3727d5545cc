import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { chases, escalations, lightNotices } from "@/db/schema/chasing";
import { instructionHandlings, instructions } from "@/db/schema/instructions";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { answerRefusal } from "@/lib/domain/chasing/chases";
import { type Chasing, climbsOf } from "@/lib/domain/chasing/climbs";
import {
  acknowledgeRefusal,
  type Escalation,
  isRecipient,
  levelsFor,
} from "@/lib/domain/chasing/escalation-policy";
import { type Obligation, parseObligation } from "@/lib/domain/chasing/obligations";
import type { Actor } from "@/lib/domain/people/roles";
import { openObligations } from "./obligations";
import { hasObligations, levelKey, mayBeOpen } from "./reminder-facts";

/**
 * What chases a task: 催办 with their answers, the levels it has come to, and its 督办单, newest first, each with what this
 * person may do about it. Empty for whoever may not see the task.
 */
export async function taskChasing(actor: Actor, code: string, today: Day): Promise<Chasing> {
  const where = and(eq(tasks.code, code), visibleTo(actor));
  const [sent, raised, notices] = await Promise.all([
    selectChases(where),
    selectEscalations(where),
    selectNotices(where),
  ]);
  const open = await openByKey(today, where);
  return {
    chases: sent.map(({ leader, wantedBy, instructionText, ...chase }) => ({
      ...chase,
      mayAnswer: mayAnswer(actor, chase),
      instruction: leader === null ? null : { by: leader, dueOn: wantedBy, text: instructionText },
    })),
    escalations: raised.map((each) => withState(actor, each, open.get(levelKey(each)))),
    notices,
  };
}

/** These 催办, where this person is to answer them. */
export async function chasesOf(actor: Actor, ids: readonly string[]) {
  const sent = await selectChases(and(visibleTo(actor), inArray(chases.id, [...ids])));
  return sent.filter((chase) => mayAnswer(actor, chase));
}

export type WaitingLevel = Awaited<ReturnType<typeof waitingLevels>>[number];

/**
 * Of each obligation still open, the highest level that speaks to this person where nobody has taken note of it, with all that the
 * obligation has come to. A constant number of queries, which read only what may be one of them.
 */
export async function waitingLevels(actor: Actor, today: Day) {
  const levels = levelsFor(actor.role);
  if (levels.length === 0) return [];
  const seen = and(hasObligations, visibleTo(actor));
  const isTheirs = and(isNull(escalations.acknowledgedAt), inArray(escalations.level, levels));
  const raised = await selectEscalations(and(isTheirs, mayBeOpen, seen));
  if (raised.length === 0) return [];
  const climbed = inArray(tasks.id, [...new Set(raised.map(({ taskId }) => taskId))]);
  const open = await openByKey(today, and(seen, climbed));
  const waiting = inArray(escalations.obligation, [
    ...new Set(raised.map(({ obligation }) => obligation)),
  ]);
  const all = await selectEscalations(and(visibleTo(actor), climbed, waiting));
  const states = all.map((each) => withState(actor, each, open.get(levelKey(each))));
  return climbsOf(states).flatMap(({ levels: climb }) => {
    const speaking = climb.findLast((each) => {
      const obligation = open.get(levelKey(each));
      return obligation && isRecipient(actor, obligation, each.level);
    });
    return speaking?.mayAcknowledge ? [{ ...speaking, climb }] : [];
  });
}

type Answerable = Parameters<typeof answerRefusal>[1] & Parameters<typeof answerRefusal>[2];
const mayAnswer = (actor: Actor, chase: Answerable) => answerRefusal(actor, chase, chase) === null;

/** A level whose obligation has ended has nothing left to acknowledge. */
function withState(
  actor: Actor,
  escalation: EscalationRow,
  obligation: Obligation | null = null,
): EscalationRow & Escalation {
  const isOpen = escalation.acknowledgedAt === null && obligation !== null;
  const mayAcknowledge = acknowledgeRefusal(actor, escalation, obligation) === null;
  return { ...escalation, ...parseObligation(escalation.obligation), isOpen, mayAcknowledge };
}

async function openByKey(today: Day, where?: SQL): Promise<Map<string, Obligation>> {
  const obligations = await openObligations(
    database(),
    today,
    await loadCalendar(database()),
    where,
  );
  return new Map(
    obligations.map((obligation) => [
      levelKey({ taskId: obligation.task.id, obligation: obligation.id }),
      obligation,
    ]),
  );
}

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

/** The levels that obligations have come to, newest first. */
function selectEscalations(where?: SQL) {
  return database()
    .select({
      ...task,
      ...subject,
      id: escalations.id,
      taskId: escalations.taskId,
      obligation: escalations.obligation,
      level: escalations.level,
      raisedAt: escalations.raisedAt,
      acknowledgedBy: takers.displayName,
      acknowledgedAt: escalations.acknowledgedAt,
      note: escalations.note,
    })
    .from(escalations)
    .innerJoin(tasks, eq(tasks.id, escalations.taskId))
    .leftJoin(takers, eq(takers.id, escalations.acknowledgedById))
    .where(where)
    .orderBy(desc(escalations.sequence));
}

type EscalationRow = Awaited<ReturnType<typeof selectEscalations>>[number];

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
