import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { runOnceTold } from "@/db/mutations/new-gaps";
import {
  lockTree,
  lockUnits,
  type Unit,
  unitNamed,
  unitSeen,
  updateUnit,
} from "@/db/mutations/people/unit-locks";
import { named } from "@/db/mutations/people/unit-names";
import { insertUnit } from "@/db/mutations/people/units";
import { recordEvent } from "@/db/mutations/record-event";
import {
  isEnabled,
  isHelpedBy,
  isLedBy,
  isOpenTask,
  openThingsOf,
} from "@/db/queries/people/open-things";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { stepsReplaced } from "@/lib/domain/assignments/successors";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import type { MergeUnitInput, SplitUnitInput } from "@/lib/domain/people/unit-inputs";
import {
  closedRefusal,
  closeRefusal,
  mergeRefusal,
  placeRefusal,
  staleRefusal,
} from "@/lib/domain/people/unit-rules";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { handOverTask } from "./successors";

/**
 * 合并: what is open of a unit goes to another (tasks with what is being written, people, units below, its place in 会签),
 * each with an event; the unit is closed, and its history stays its own. Refuses what `mergeRefusal` refuses, what waits
 * for the 会签 of its head, and a page that said other numbers.
 */
export function mergeUnit(actor: Actor, input: MergeUnitInput, now: Date) {
  return runOnceTold(actor, input, now, async (tx) => {
    await lockTree(tx, actor);
    const from = await unitSeen(tx, actor, input);
    const into = await unitNamed(tx, actor, input.intoCode);
    const held = await lockTasks(tx, from.id);
    const people = await lockPeople(tx, from.id);
    await lockUnits(tx, [from.id, into.id]);
    const open = await openThingsOf(tx, from.id);
    insist(mergeRefusal(from, into, open));
    insist(staleRefusal(input.moves, open));
    const isAll = held.length === open.leads + open.cooperates && people.length === open.people;
    if (!isAll) throw new Refused(refuse("unit_changed"));
    if (open.sent > 0)
      throw new Refused(refuse("unit_countersigns", { params: { count: open.sent } }));

    const succession = { from, to: into, cause: "merger" } as const;
    for (const task of held) await handOverTask(tx, actor, task, succession, now);
    await movePeople(tx, actor, people, from, into, now);
    await moveChildren(tx, actor, from, into, now);
    await replaceInPlans(tx, actor, from, into, now);
    insist(closeRefusal(from, await openThingsOf(tx, from.id)));
    await updateUnit(tx, from.id, { closedOn: dayIn(now), mergedIntoId: into.id });
    await updateUnit(tx, into.id, {});
    const event = { type: "unit.merged", unit: named(from), into: named(into) } as const;
    await recordEvent(tx, actor, { ...event, moved: input.moves, reason: input.reason }, {}, now);
    return { code: into.code };
  });
}

/**
 * 分设: a new unit beside another takes over chosen tasks and people of it, each with an event. Refuses a closed unit, and
 * tasks and people that are no longer its own.
 */
export function splitUnit(actor: Actor, input: SplitUnitInput, now: Date) {
  return runOnceTold(actor, input, now, async (tx) => {
    await lockTree(tx, actor);
    const from = await unitSeen(tx, actor, input);
    insist(placeRefusal(actor, from.parentId) ?? closedRefusal(from));
    const held = await lockTasks(tx, from.id, input.taskCodes);
    const people = await lockPeople(tx, from.id, input.personIds);
    const isStale =
      held.length !== new Set(input.taskCodes).size ||
      people.length !== new Set(input.personIds).size;
    if (isStale) throw new Refused(refuse("unit_changed"));

    const made = await insertUnit(tx, { ...input, parentId: from.parentId }, dayIn(now));
    if (
      made.kind === "collective" &&
      (people.length > 0 || held.some((task) => task.leadDepartmentId === from.id))
    )
      throw new Refused(refuse("lead_is_collective", { field: "kind" }));
    const succession = { from, to: made, cause: "division" } as const;
    for (const task of held) await handOverTask(tx, actor, task, succession, now);
    await movePeople(tx, actor, people, from, made, now);
    await updateUnit(tx, from.id, {});
    const moved = { tasks: held.length, people: people.length };
    const event = { type: "unit.split", unit: named(from), into: named(made) } as const;
    await recordEvent(tx, actor, { ...event, moved, reason: input.reason }, {}, now);
    return { code: made.code };
  });
}

/** The open tasks that a unit leads or takes part in, parents first, locked: all, or those of these codes. */
function lockTasks(tx: Transaction, id: string, codes?: string[]) {
  return tx
    .select()
    .from(tasks)
    .where(
      and(
        isOpenTask,
        or(isLedBy(id), isHelpedBy(id)),
        codes === undefined ? undefined : inArray(tasks.code, codes),
      ),
    )
    .orderBy(asc(tasks.code))
    .for("update");
}

/** The people with an account in use of a unit, locked: all, or those of these ids. */
function lockPeople(tx: Transaction, id: string, ids?: string[]) {
  return tx
    .select({ id: users.id, name: users.displayName })
    .from(users)
    .where(
      and(
        isEnabled,
        eq(users.departmentId, id),
        ids === undefined ? undefined : inArray(users.id, ids),
      ),
    )
    .orderBy(asc(users.id))
    .for("no key update");
}

type Place = { id: string; code: string; name: string };

async function movePeople(
  tx: Transaction,
  actor: Actor,
  people: { id: string; name: string }[],
  from: Place,
  to: Place,
  now: Date,
) {
  for (const person of people) {
    await tx.update(users).set({ departmentId: to.id }).where(eq(users.id, person.id));
    const units = { from: named(from), to: named(to) };
    await recordEvent(tx, actor, { type: "unit.person_moved", person, ...units }, {}, now);
  }
}

async function moveChildren(tx: Transaction, actor: Actor, from: Unit, into: Unit, now: Date) {
  const children = await tx
    .select()
    .from(departments)
    .where(and(eq(departments.parentId, from.id), isNull(departments.closedOn)))
    .orderBy(asc(departments.sortOrder));
  for (const child of children) {
    await updateUnit(tx, child.id, { parentId: into.id });
    const places = { before: { parent: from.name }, after: { parent: into.name } };
    await recordEvent(tx, actor, { type: "unit.moved", unit: named(child), ...places }, {}, now);
  }
}

/** The plans that ask for the unit's 会签 ask its successor from now on; what was sent keeps its steps. */
async function replaceInPlans(tx: Transaction, actor: Actor, from: Unit, into: Unit, now: Date) {
  const isStep = JSON.stringify([{ by: "countersign", departmentId: from.id }]);
  const found = await tx
    .select()
    .from(plans)
    .where(sql`${plans.reviewSteps} @> ${isStep}::jsonb`)
    .orderBy(asc(plans.id))
    .for("update");
  for (const plan of found) {
    const before = { reviewSteps: plan.reviewSteps };
    const after = { reviewSteps: stepsReplaced(plan.reviewSteps, from.id, into.id) };
    await tx
      .update(plans)
      .set({ ...after, version: sql`${plans.version} + 1` })
      .where(eq(plans.id, plan.id));
    const settings = { before, after, changed: ["reviewSteps"] };
    const event = { type: "plan.configured", plan: plan.title, ...settings } as const;
    await recordEvent(tx, actor, event, {}, now);
  }
}
