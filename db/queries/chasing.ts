import { and, eq, isNull, type SQL } from "drizzle-orm";
import { database } from "@/db/client";
import { chases, escalations, lightNotices } from "@/db/schema/chasing";
import { tasks } from "@/db/schema/tasks";
import { answerRefusal } from "@/lib/domain/chases";
import type { Day } from "@/lib/domain/days";
import { acknowledgeRefusal, isAddressed } from "@/lib/domain/ladder";
import { parseMatter } from "@/lib/domain/matters";
import type { Actor } from "@/lib/domain/roles";
import { peopleOfNotice } from "@/lib/domain/staff";
import { loadCalendar } from "./calendar";
import {
  type ChaseRow,
  type EscalationRow,
  selectChases,
  selectEscalations,
  selectNotices,
} from "./chasing-rows";
import { openMatters } from "./matters";
import { hasMatters, rungKey } from "./reminder-facts";
import { visibleTo } from "./visible-to";

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
  const open = await openKeys(today, where);
  return {
    chases: sent.map((chase) => ({ ...chase, mayAnswer: mayAnswer(actor, chase) })),
    escalations: raised.map((each) => withState(actor, each, open)),
    notices,
  };
}

/**
 * What waits for this person: 催办 to answer, rungs that speak to them of matters still open, and the 督办单 that they
 * were sent and that still stand. A constant number of queries.
 */
export async function personChasing(actor: Actor, today: Day) {
  const seen = and(hasMatters, visibleTo(actor));
  const [sent, raised, notices] = await Promise.all([
    selectChases(and(seen, isNull(chases.answeredAt))),
    selectEscalations(and(seen, isNull(escalations.acknowledgedAt))),
    selectNotices(and(seen, isNull(lightNotices.liftedOn))),
  ]);
  const open = await openKeys(today, seen);
  return {
    chases: sent.filter((chase) => mayAnswer(actor, chase)),
    escalations: raised
      .map((each) => withState(actor, each, open))
      .filter(
        ({ type, rung, isOpen, mayAcknowledge }) =>
          isOpen && mayAcknowledge && isAddressed(actor.role, type, rung),
      ),
    notices: notices.filter(
      ({ light, leadDepartmentId }) => peopleOfNotice(light, leadDepartmentId, [actor]).length > 0,
    ),
  };
}

const mayAnswer = (actor: Actor, chase: ChaseRow) => answerRefusal(actor, chase, chase) === null;

/** A rung whose matter has ended has nothing left to acknowledge. */
function withState(actor: Actor, escalation: EscalationRow, open: ReadonlySet<string>) {
  const isOpen = escalation.acknowledgedAt === null && open.has(rungKey(escalation));
  const mayAcknowledge = isOpen && acknowledgeRefusal(actor, escalation, escalation) === null;
  return { ...escalation, ...parseMatter(escalation.matter), isOpen, mayAcknowledge };
}

async function openKeys(today: Day, where?: SQL): Promise<Set<string>> {
  const matters = await openMatters(database(), today, await loadCalendar(database()), where);
  return new Set(matters.map(({ id, task: { id: taskId } }) => rungKey({ taskId, matter: id })));
}
