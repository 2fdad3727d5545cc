import { z } from "zod";
import { codeSchema, idSchema, keySchema, versionSchema } from "@/lib/domain/inputs";
import { refusalFor, type Subject } from "@/lib/domain/people/permissions";
import { type Actor, isUnitRole, type Role } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import {
  isTracked,
  statusRefusal,
  type TaskKind,
  type TaskStatus,
  taskStatusesWithObligations,
} from "./tasks";

/** Whom a lead unit names for a task: who handles it (承办人) and which of its heads is in charge (分管领导). */
export const handlerPosts = ["handler", "headInCharge"] as const;
export type HandlerPost = (typeof handlerPosts)[number];

const named = z.union([idSchema, z.literal("")]);

/** Empty for nobody. */
export const nameHandlersSchema = z.strictObject({
  key: keySchema,
  code: codeSchema,
  version: versionSchema,
  handlerId: named,
  headInChargeId: named,
});
export type NameHandlersInput = z.infer<typeof nameHandlersSchema>;

type Colleague = { departmentId: string; role: Role; isEnabled: boolean };

/** A named person as a task's page and the ledger show them; one who no longer counts is shown as such. */
export type NamedPerson = { id: string; name: string; counts: boolean };
export type NamedPeople = Record<HandlerPost, NamedPerson | null>;

/** A colleague as the form offers them; two of one name are told apart by user name. */
export type NameablePerson = { id: string; name: string; username: string; role: Role };

/** Whether a task is this person's to handle (分给我的): what they look at first. */
export function handles(personId: string, { handler }: Pick<NamedPeople, "handler">): boolean {
  return handler?.id === personId && handler.counts;
}

/**
 * Whether a named person still is what they were named for: enabled, of the task's lead unit, and a head to be in charge.
 * Somebody who has left or gone to another unit is named until another is, and counts no more.
 */
export function countsAs(
  post: HandlerPost,
  { departmentId, role, isEnabled }: Colleague,
  leadDepartmentId: string | null,
): boolean {
  const fits = post === "headInCharge" ? role === "head" : isUnitRole({ role });
  return isEnabled && fits && departmentId === leadDepartmentId;
}

type HandledTask = Subject & { kind: TaskKind; status: TaskStatus };

/** Why this person may not name a task's handlers, or null: it is the lead unit's own matter, while the task is open. */
export function nameHandlersRefusal(actor: Actor, task: HandledTask): Refusal | null {
  const refusal = refusalFor(actor, "task.name_handler", task);
  if (refusal) return refusal;
  if (!isTracked(task.kind)) return refuse("task_not_tracked");
  return statusRefusal(task.status, taskStatusesWithObligations);
}

/** `person_unknown` for somebody named who would not count; undefined is nobody. */
export function namedRefusal(
  post: HandlerPost,
  person: Colleague | undefined,
  leadDepartmentId: string | null,
): Refusal | null {
  if (person && countsAs(post, person, leadDepartmentId)) return null;
  return refuse("person_unknown", { field: `${post}Id` });
}
