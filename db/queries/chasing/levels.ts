import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { escalations } from "@/db/schema/chasing";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { type Climb, climbsOf } from "@/lib/domain/chasing/climbs";
import { acknowledgeRefusal, type Escalation } from "@/lib/domain/chasing/escalation-policy";
import { type Obligation, parseObligation } from "@/lib/domain/chasing/obligations";
import type { Actor } from "@/lib/domain/people/roles";
import { openObligations } from "./obligations";
import { levelKey } from "./reminder-facts";

/**
 * The levels that obligations of these tasks have come to, newest first, each with what this person may do about it. `where` is over
 * tasks and escalations.
 */
export async function levelsRaised(actor: Actor, today: Day, where?: SQL) {
  const seen = and(visibleTo(actor), where);
  const raised = await selectEscalations(seen);
  const open = await openByKey(
    today,
    raised.map(({ taskId }) => taskId),
  );
  return raised.map((each) => withState(actor, each, open.get(levelKey(each))));
}

/** With each of these levels, by its id, all that its obligation has come to. */
export async function climbsTo(actor: Actor, today: Day, ids: readonly string[]) {
  const named = database()
    .select({ taskId: escalations.taskId, obligation: escalations.obligation })
    .from(escalations)
    .where(inArray(escalations.id, [...ids]));
  const keys = new Set((await named).map(levelKey));
  const about = inArray(
    escalations.taskId,
    [...keys].map((key) => key.split(" ")[0] ?? ""),
  );
  const raised = (await levelsRaised(actor, today, about)).filter((each) =>
    keys.has(levelKey(each)),
  );
  const climbs: Climb<(typeof raised)[number]>[] = climbsOf(raised);
  return climbs.flatMap(({ levels: climb }) =>
    climb.filter(({ id }) => ids.includes(id)).map((level) => ({ ...level, climb })),
  );
}

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

/** What stands open on these tasks, each by its `levelKey`. */
export async function openByKey(
  today: Day,
  taskIds: readonly string[],
): Promise<Map<string, Obligation>> {
  if (taskIds.length === 0) return new Map();
  const calendar = await loadCalendar(database());
  // As an array, whose few elements are looked up by the index.
  const isOne = sql`${tasks.id} = any (array(
    select jsonb_array_elements_text(${JSON.stringify([...new Set(taskIds)])}::text::jsonb)::uuid))`;
  const obligations = await openObligations(database(), today, calendar, isOne);
  return new Map(
    obligations.map((each) => [levelKey({ taskId: each.task.id, obligation: each.id }), each]),
  );
}

const takers = alias(users, "takers");

/** The levels that obligations have come to, newest first. */
function selectEscalations(where?: SQL) {
  return database()
    .select({
      taskCode: tasks.code,
      taskTitle: tasks.title,
      leadDepartmentId: tasks.leadDepartmentId,
      status: tasks.status,
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
