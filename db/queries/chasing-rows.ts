import { asc, desc, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { chases, escalations, lightNotices } from "@/db/schema/chasing";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";

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
