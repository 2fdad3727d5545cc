import { and, asc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { mayDecide } from "@/db/queries/submissions/decidable";
import { isTheirs } from "@/db/queries/tasks/acted-on";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { escalations } from "@/db/schema/chasing";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { acknowledgeRefusal, isRecipient, levelsFor } from "@/lib/domain/chasing/escalation-policy";
import type { EscalationLevel, ObligationType } from "@/lib/domain/chasing/reminder-policy";
import { mostCounted } from "@/lib/domain/paging";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { openByKey } from "./levels";
import { levelKey, mayBeOpen } from "./reminder-facts";

/** A level that waits for somebody to take note of it, and the obligation that it is of. */
export type WaitingLevel = {
  id: string;
  taskId: string;
  obligation: string;
  level: EscalationLevel;
};

/** More than are counted are not looked for. */
const partSize = mostCounted + 1;

/**
 * Of each obligation still open, the highest level that speaks to this person where nobody has taken note of it, by the due days
 * of their tasks: the first that are counted, and one more where there are more. A constant number of queries for so many that may be one of them.
 */
export async function waitingLevels(actor: Actor, today: Day): Promise<WaitingLevel[]> {
  const levels = levelsFor(actor.role);
  if (levels.length === 0) return [];
  const own = levels.find((level) => level !== "handler");
  const found: WaitingLevel[] = [];
  for (let offset = 0; found.length < partSize; offset += partSize) {
    const perhaps = await perhapsWaiting(actor, levels, own, offset);
    const open = await openByKey(
      today,
      perhaps.map(({ taskId }) => taskId),
    );
    for (const { isToppedByOwn, ...each } of perhaps) {
      const obligation = open.get(levelKey(each)) ?? null;
      const { level } = each;
      const isTopped =
        own !== undefined && obligation && isToppedByOwn && isRecipient(actor, obligation, own);
      if (!obligation || isTopped || !isRecipient(actor, obligation, level)) continue;
      if (acknowledgeRefusal(actor, { level, acknowledgedAt: null }, obligation)) continue;
      found.push(each);
    }
    if (perhaps.length < partSize) break;
  }
  return found.slice(0, partSize);
}

/**
 * A part of the levels that may wait for this person, nearest first: nothing else waits, but of these the rules of lib/domain
 * have the last word. `isToppedByOwn` where the same has come to the person's own level too.
 */
function perhapsWaiting(
  actor: Actor,
  levels: readonly EscalationLevel[],
  own: EscalationLevel | undefined,
  offset: number,
) {
  const { id, taskId, obligation, level } = escalations;
  const isToppedByOwn =
    own === undefined
      ? sql<boolean>`false`
      : sql<boolean>`(${ne(level, own)} and exists (select from escalations other
          where other.task_id = ${taskId} and other.obligation = ${obligation} and other.level = ${own}))`;
  const theirs = isTheirs(actor) ?? sql`true`;
  return database()
    .select({ id, taskId, obligation, level, isToppedByOwn })
    .from(escalations)
    .innerJoin(tasks, eq(tasks.id, taskId))
    .where(
      and(
        isNull(escalations.acknowledgedAt),
        inArray(level, [...levels]),
        or(eq(level, "handler"), theirs, isOf("decision")),
        // Of the first level most is the officials': looked at before anything is asked about it.
        actor.role === "official"
          ? undefined
          : or(ne(level, "handler"), isOf("decision", "release")),
        or(ne(level, "handler"), isHandledBy(actor)),
        mayBeOpen,
        visibleTo(actor),
      ),
    )
    .orderBy(sql`${tasks.dueOn} nulls last`, asc(tasks.code), asc(sql`${id}::text`))
    .limit(partSize)
    .offset(offset);
}

const isOf = (...types: ObligationType[]) =>
  inArray(sql`split_part(${escalations.obligation}, ':', 1)`, types);

/** Where the first level of something may be this person's: whosever turn a decision or a release is, the officials' of all else. */
function isHandledBy(actor: Actor): SQL | undefined {
  const isDecidable = sql`exists (select from ${submissions} where ${submissions.taskId} = ${tasks.id}
    and ${submissions.id}::text = split_part(${escalations.obligation}, ':', 2) and ${mayDecide(actor)})`;
  const theirs = isTheirs(actor) ?? sql`true`;
  const isToRelease = isFor(actor.role, "submission.release") ? theirs : sql`false`;
  const isUnits = actor.role === "official" ? theirs : sql`false`;
  return sql`case split_part(${escalations.obligation}, ':', 1)
    when 'decision' then ${isDecidable} when 'release' then ${isToRelease} else ${isUnits} end`;
}
