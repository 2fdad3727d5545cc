import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { contentHash } from "@/db/content-hash";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { departments } from "@/db/schema/people";
import { registrations } from "@/db/schema/registrations";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { draftTaskRefusal, parentDueOf, placedTask } from "@/lib/domain/registrations/content";
import {
  type DraftDocument,
  type DraftPlan,
  type DraftTask,
  draftLimits,
  editedTasks,
  type TypedTask,
  unitNames,
} from "@/lib/domain/registrations/drafts";
import type {
  EditTasksInput,
  MoveRegistrationInput,
  SaveRegistrationInput,
  StartRegistrationInput,
} from "@/lib/domain/registrations/inputs";
import { beginRegistration, prefixRefusal, wordsRefusal } from "./begin";
import { lockRegistration, moveRegistration } from "./locked";

/**
 * 拟办: begins a plan with what it rests on, or more tasks of a plan that is there (补充立项), on a document of their own or on
 * the plan's. Refuses what `beginRegistration` refuses.
 */
export function startRegistration(actor: Actor, input: StartRegistrationInput, now: Date) {
  return runOnce(actor, input, now, (tx) => {
    const { document, plan, planSlug } = input;
    return beginRegistration(tx, actor, { document, plan, planSlug, tasks: [] }, now);
  });
}

/** Saves what a draft rests on and what its plan is called. Refuses as `startRegistration` does, and a stale page. */
export function saveRegistration(actor: Actor, input: SaveRegistrationInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockRegistration(tx, actor, input, "edit");
    if (!found.document) throw new Refused(refuse("registration_wrong_status"));
    const plan = found.addsTo ? null : (input.plan ?? found.plan);
    const isSame =
      contentHash([input.document, plan]) === contentHash([found.document, found.plan]);
    if (isSame) throw new Refused(refuse("settings_unchanged"));
    insist(wordsRefusal(input.document, plan));
    if (plan && plan.prefix !== found.plan?.prefix)
      insist(await prefixRefusal(tx, plan.prefix, found.id));
    return saved(tx, actor, found, { document: input.document, plan }, now);
  });
}

/** Puts a task into a draft, changes, moves or removes one. Refuses what `draftTaskRefusal` refuses, and more than 300. */
export function editTasks(actor: Actor, input: EditTasksInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockRegistration(tx, actor, input, "edit");
    const edit =
      input.edit.type === "put"
        ? { ...input.edit, task: await withUnits(tx, input.edit.task, found.tasks) }
        : input.edit;
    const edited = editedTasks(found.tasks, edit);
    if (edited.length > draftLimits.tasks)
      throw new Refused(refuse("tasks_too_many", { params: { max: draftLimits.tasks } }));
    const list = edit.type === "put" ? await withChecked(tx, edited, edit.task.uid, found) : edited;
    return saved(tx, actor, found, { tasks: list }, now);
  });
}

/** Makes these the tasks of a draft, as part of a transaction; they have been checked. Refuses as `editTasks` does. */
export async function replaceTasks(
  tx: Transaction,
  actor: Actor,
  seen: { id: string; version: number },
  tasks: DraftTask[],
  now: Date,
): Promise<void> {
  const found = await lockRegistration(tx, actor, seen, "edit");
  await saved(tx, actor, found, { tasks }, now);
}

/** Removes a draft, of which nothing is left but its title in the history. */
export function removeRegistration(actor: Actor, input: MoveRegistrationInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { id, title } = await lockRegistration(tx, actor, input, "remove");
    await tx.delete(registrations).where(eq(registrations.id, id));
    await recordEvent(tx, actor, { type: "registration.removed", title }, {}, now);
    return { id };
  });
}

async function saved(
  tx: Transaction,
  actor: Actor,
  found: Awaited<ReturnType<typeof lockRegistration>>,
  changes: { document?: DraftDocument; plan?: DraftPlan | null; tasks?: DraftTask[] },
  now: Date,
) {
  const contributorIds = [...new Set([...found.contributorIds, actor.id])];
  const moved = await moveRegistration(tx, found, "edit", { ...changes, contributorIds }, now);
  const title = changes.plan?.title ?? found.title;
  const count = (changes.tasks ?? found.tasks).length;
  await recordEvent(tx, actor, { type: "registration.saved", title, tasks: count }, {}, now);
  return moved;
}

/**
 * What was typed with the ids of the units that it names, and with what the task had from its import. Refuses a name that no
 * unit bears.
 */
async function withUnits(
  tx: Transaction,
  typed: TypedTask,
  before: readonly DraftTask[],
): Promise<DraftTask> {
  const { lead, cooperating, ...task } = typed;
  const names = { lead: unitNames(lead), cooperating: unitNames(cooperating) };
  const all = [...names.lead, ...names.cooperating];
  const units = all.length
    ? await tx.select().from(departments).where(inArray(departments.name, all))
    : [];
  const idOf = (field: "lead" | "cooperating", name: string) => {
    const unit = units.find((each) => each.name === name);
    if (!unit) throw new Refused(refuse("unit_unnamed", { field, params: { name } }));
    return unit.id;
  };
  const [leadId = null, second] = names.lead.map((name) => idOf("lead", name));
  if (second) throw new Refused(refuse("lead_several", { field: "lead" }));
  const cooperatingIds = names.cooperating.map((name) => idOf("cooperating", name));
  const byHand = before.find(({ uid }) => uid === task.uid)?.byHand;
  return { ...task, leadId, cooperatingIds, ...(byHand && { byHand }) };
}

async function withChecked(
  tx: Transaction,
  edited: DraftTask[],
  uid: string,
  { text, document }: { text: string; document: DraftDocument | null },
): Promise<DraftTask[]> {
  const index = edited.findIndex((task) => task.uid === uid);
  const task = edited[index];
  if (!task) throw new Refused(refuse("not_found"));
  const isDecision = document !== null && document.basis !== "document";
  const placed = placedTask(task, text, isDecision);
  if ("code" in placed) throw new Refused(placed);
  const collectiveIds = await collectives(tx, [task]);
  insist(
    draftTaskRefusal(placed, text, { parentDueOn: parentDueOf(edited, index), collectiveIds }),
  );
  const { place: _, ...checked } = placed;
  return edited.with(index, checked);
}

/** Those units of some tasks that only stand for many. Refuses a unit that is not there. */
export async function collectives(tx: Transaction, of: readonly DraftTask[]): Promise<string[]> {
  const asked = new Set(
    of.flatMap(({ leadId, cooperatingIds }) => [...(leadId ? [leadId] : []), ...cooperatingIds]),
  );
  if (asked.size === 0) return [];
  const units = await tx
    .select({ id: departments.id, kind: departments.kind })
    .from(departments)
    .where(inArray(departments.id, [...asked]));
  if (units.length < asked.size) throw new Refused(refuse("unit_unknown", { field: "leadId" }));
  return units.filter(({ kind }) => kind === "collective").map(({ id }) => id);
}
