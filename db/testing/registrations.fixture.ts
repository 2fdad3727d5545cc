import { randomInt, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { editTasks, startRegistration } from "@/db/mutations/registrations/drafts";
import {
  confirmRegistration,
  proposeRegistration,
  publishRegistration,
} from "@/db/mutations/registrations/registrations";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import type { Actor } from "@/lib/domain/people/roles";
import type { DraftDocument, TypedTask } from "@/lib/domain/registrations/drafts";

export const text = "关于治理扬尘的通知\n\n一、6月底前完成工地围挡。\n二、长期坚持道路清扫。";

export const document: DraftDocument = {
  ...{ basis: "document", title: "关于治理扬尘的通知", kind: "通知", issuer: "省政府办公厅" },
  ...{
    documentNumber: "试政办〔2024〕1号",
    datedOn: "2024-06-01",
    publishedOn: "2024-06-03",
    text,
  },
};

/** Letters that no other plan has. */
export const someLetters = () =>
  Array.from({ length: 8 }, () => String.fromCharCode(65 + randomInt(26))).join("");

export const planNamed = (title: string, prefix = someLetters()) => ({
  ...{ title, shortTitle: "扬尘", summary: "治理扬尘。", prefix },
});

export function typedTask(over: Partial<TypedTask> = {}): TypedTask {
  return {
    ...{ uid: randomUUID(), depth: 0, kind: "measure", title: "工地围挡", at: null },
    ...{
      quote: "6月底前完成工地围挡",
      reference: "",
      ownerVerbatim: "",
      lead: "",
      cooperating: "",
    },
    ...{ deadlineVerbatim: "6月底前", deadlineKind: "date", windowStart: null },
    ...{ dueOn: "2024-06-30", cycle: "none" },
    ...over,
  };
}

export type Seen = { key: string; id: string; version: number };
const anew = (seen: { id: string; version: number }): Seen => ({ ...seen, key: randomUUID() });

/** A draft with these tasks, as it was last seen. */
export async function draftOf(
  who: Actor,
  title: string,
  list: TypedTask[],
  now: Date,
): Promise<Seen> {
  const start = { document, plan: planNamed(title), planSlug: null };
  const { id } = await startRegistration(who, { key: randomUUID(), ...start }, now);
  let seen = anew({ id, version: 0 });
  for (const task of list)
    seen = anew(await editTasks(who, { ...seen, edit: { type: "put", task } }, now));
  return seen;
}

export async function confirmed(drafter: Actor, director: Actor, title: string, now: Date) {
  const seen = await draftOf(drafter, title, [typedTask()], now);
  const proposed = anew(await proposeRegistration(drafter, seen, now));
  return anew(await confirmRegistration(director, proposed, now));
}

/** A plan that is public, with its one task. */
export async function published(drafter: Actor, director: Actor, title: string, now: Date) {
  const seen = await confirmed(drafter, director, title, now);
  await publishRegistration(director, seen, now);
  return madeOf(seen.id);
}

export async function madeOf(id: string) {
  const [made] = await database()
    .select({ plan: plans, task: tasks, registration: registrations })
    .from(registrations)
    .innerJoin(plans, eq(plans.id, registrations.planId))
    .innerJoin(tasks, eq(tasks.registrationId, registrations.id))
    .where(eq(registrations.id, id))
    .orderBy(tasks.sortOrder);
  if (!made) throw new Error("Nothing was made");
  return made;
}
