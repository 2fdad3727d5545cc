import { and, eq, isNull, type SQL } from "drizzle-orm";
import { database } from "@/db/client";
import { escalations } from "@/db/schema/chasing";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { answerRefusal } from "@/lib/domain/chasing/chases";
import { acknowledgeRefusal, speaksTo } from "@/lib/domain/chasing/escalation-policy";
import { type Matter, parseMatter } from "@/lib/domain/chasing/obligations";
import type { Actor } from "@/lib/domain/people/roles";
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
import { isOpenChase } from "./task-search";
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
