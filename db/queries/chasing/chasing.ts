import { and, asc, desc, eq, isNull, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { isOpenChase } from "@/db/queries/tasks/task-search";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { chases, escalations, lightNotices } from "@/db/schema/chasing";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { answerRefusal } from "@/lib/domain/chasing/chases";
import { acknowledgeRefusal, speaksTo } from "@/lib/domain/chasing/escalation-policy";
import { type Matter, parseMatter } from "@/lib/domain/chasing/obligations";
import type { Actor } from "@/lib/domain/people/roles";
import { openMatters } from "./obligations";
import { hasMatters, rungKey } from "./reminder-facts";

/**
 * What chases a task: 催办 with their answers, the rungs it has come to, and its 督办单, newest first, each with what this
 * person may do about it. Empty for whoever may not see the task.
 */
export async function taskChasing(actor: Actor, code: string, today: Day) {
  const where = and(eq(tasks.code, code), visibleTo(actor));
  const [sent, raised, notices] = await Promise.all([
    selectChases(where),
    selectEscalations(where),
    selectNotices(where),
  ]);
  const open = await openByKey(today, where);
  return {
    chases: sent.map((chase) => ({ ...chase, mayAnswer: mayAnswer(actor, chase) })),
    escalations: raised.map((each) => withState(actor, each, open.get(rungKey(each)))),
    notices,
  };
}

/**
 * What waits for this person: 催办 to answer, and rungs that speak to them of matters still open. A constant number of
 * queries.
 */
export async function personChasing(actor: Actor, today: Day) {
  const seen = and(hasMatters, visibleTo(actor));
  const [sent, raised] = await Promise.all([
    selectChases(and(visibleTo(actor), isOpenChase)),
    selectEscalations(and(seen, isNull(escalations.acknowledgedAt))),
  ]);
  const open = await openByKey(today, seen);
  return {
    chases: sent.filter((chase) => mayAnswer(actor, chase)),
    escalations: raised.flatMap((each) => {
      const matter = open.get(rungKey(each));
      const state = withState(actor, each, matter);
      const isTheirs = matter && state.mayAcknowledge && speaksTo(actor, matter, each.rung);
      return isTheirs ? [state] : [];
    }),
  };
}

const mayAnswer = (actor: Actor, chase: ChaseRow) => answerRefusal(actor, chase, chase) === null;

/** A rung whose matter has ended has nothing left to acknowledge. */
function withState(actor: Actor, escalation: EscalationRow, matter: Matter | null = null) {
  const isOpen = escalation.acknowledgedAt === null && matter !== null;
  const mayAcknowledge = acknowledgeRefusal(actor, escalation, matter) === null;
  return { ...escalation, ...parseMatter(escalation.matter), isOpen, mayAcknowledge };
}

async function openByKey(today: Day, where?: SQL): Promise<Map<string, Matter>> {
  const matters = await openMatters(database(), today, await loadCalendar(database()), where);
  return new Map(
    matters.map((matter) => [rungKey({ taskId: matter.task.id, matter: matter.id }), matter]),
  );
}

// `where` is a condition over tasks and the table that is selected. Who reads is the caller's matter.

const takers = alias(users, "takers");
const task = { taskCode: tasks.code, taskTitle: tasks.title };
const subject = { leadDepartmentId: tasks.leadDepartmentId, status: tasks.status };

/** 催办 sent by hand, newest first. */
export function selectChases(where?: SQL) {
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
    })
    .from(chases)
    .innerJoin(tasks, eq(tasks.id, chases.taskId))
    .innerJoin(users, eq(users.id, chases.sentById))
    .leftJoin(takers, eq(takers.id, chases.answeredById))
    .where(where)
    .orderBy(desc(chases.sentAt), asc(chases.id));
}

export type ChaseRow = Awaited<ReturnType<typeof selectChases>>[number];

/** The rungs that matters have come to, newest first. */
export function selectEscalations(where?: SQL) {
  return database()
    .select({
      ...task,
      ...subject,
      id: escalations.id,
      taskId: escalations.taskId,
      matter: escalations.matter,
      rung: escalations.rung,
      raisedAt: escalations.raisedAt,
      acknowledgedBy: takers.displayName,
      acknowledgedAt: escalations.acknowledgedAt,
      note: escalations.note,
    })
    .from(escalations)
    .innerJoin(tasks, eq(tasks.id, escalations.taskId))
    .leftJoin(takers, eq(takers.id, escalations.acknowledgedById))
    .where(where)
    .orderBy(desc(escalations.raisedAt), asc(escalations.matter), asc(escalations.rung));
}

export type EscalationRow = Awaited<ReturnType<typeof selectEscalations>>[number];

/** 督办单, newest first. */
export function selectNotices(where?: SQL) {
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
