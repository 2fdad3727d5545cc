import { and, asc, eq, inArray } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { membersOf } from "@/db/queries/people/unit-options";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { departments } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { PreviewPartsInput } from "@/lib/domain/assignments/inputs";
import { planParts, planRefusal } from "@/lib/domain/assignments/splits";
import type { Day } from "@/lib/domain/calendar/days";
import { can, isWithin } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, type Refusal, Refused, refuse } from "@/lib/domain/refusals";

type Whole = { id: string; code: string; title: string };
type Plan = ({ ok: true } & ReturnType<typeof planParts>) | { ok: false; refusal: Refusal };

/**
 * 各市: the parts that these units would get of a task, a collective standing for its members and a unit counting once, in
 * official order; and those that have one already. Refuses a unit that there is not in this person's branch or that is closed,
 * and a collective whose members nobody has said. The preview and the mutation both ask here. Three queries, however many units.
 */
export async function partsPlan(
  reader: Reader,
  actor: Pick<Actor, "branchIds">,
  whole: Whole,
  unitIds: readonly string[],
): Promise<Plan> {
  const chosen = await reader
    .select()
    .from(departments)
    .where(inArray(departments.id, [...unitIds]));
  const field = "unitIds";
  if (chosen.length < new Set(unitIds).size) return no(refuse("unit_unknown", { field }));
  if (chosen.some(({ id }) => !isWithin(actor, id))) return no(refuse("unit_unknown", { field }));
  if (chosen.some(({ closedOn }) => closedOn)) return no(refuse("unit_closed", { field }));
  const collectives = chosen.filter(({ kind }) => kind === "collective");
  const members = await membersOf(
    reader,
    collectives.map(({ id }) => id),
  );
  const unsaid = collectives.find(({ id }) => !members.has(id));
  if (unsaid) return no(refuse("collective_unknown", { field, params: { unit: unsaid.name } }));

  const ids = chosen.flatMap(({ id, kind }) =>
    kind === "collective" ? (members.get(id) ?? []).map((member) => member.id) : id,
  );
  const units = await reader
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(inArray(departments.id, ids))
    .orderBy(asc(departments.sortOrder), asc(departments.code));
  const siblings = await reader
    .select({ code: tasks.code, leadId: tasks.leadDepartmentId, status: tasks.status })
    .from(tasks)
    .where(eq(tasks.parentId, whole.id));
  return { ok: true, ...planParts(whole, units, siblings) };
}

/**
 * What 各市 would make of a task, before it does: the parts, and the units that have one already. Throws the refusal of the
 * mutation; one that this person may not distribute, or does not see, is as good as missing.
 */
export async function previewParts(actor: Actor, input: PreviewPartsInput, today: Day) {
  const reader = database();
  const [whole] = await selectTasks(reader, and(eq(tasks.code, input.code), visibleTo(actor)));
  if (!whole || !can(actor, "task.assign", whole)) throw new Refused(refuse("not_found"));
  const plan = await partsPlan(reader, actor, whole, input.unitIds);
  if (!plan.ok) throw new Refused(plan.refusal);
  const { code, dueOn } = whole;
  insist(planRefusal(plan, input, { code, dueOn, today }));
  return { parts: plan.parts, taken: plan.taken };
}

function no(refusal: Refusal): Plan {
  return { ok: false, refusal };
}
