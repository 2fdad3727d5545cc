import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { openTasksOf } from "@/db/queries/registrations/plan-states";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { checkedTasks, type PlacedTask } from "@/lib/domain/registrations/content";
import type {
  MovePlanInput,
  MoveRegistrationInput,
  ReturnRegistrationInput,
} from "@/lib/domain/registrations/inputs";
import { endRefusal, planStateOf } from "@/lib/domain/registrations/registrations";
import { collectives } from "./drafts";
import { type LockedRegistration, lockRegistration, moveRegistration } from "./locked";
import { register } from "./register";

/** Sends a draft to the office director. Refuses one without tasks, and one whose tasks do not agree with the document. */
export function proposeRegistration(actor: Actor, input: MoveRegistrationInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockRegistration(tx, actor, input, "propose");
    const { length } = await wholeTasks(tx, found);
    const moved = await moveRegistration(tx, found, "propose", { returnReason: null }, now);
    const event = { type: "registration.proposed", title: found.title, tasks: length } as const;
    await recordEvent(tx, actor, event, {}, now);
    return moved;
  });
}

/** Sends a proposed draft back to whoever drafts, with the reason. */
export function returnRegistration(actor: Actor, input: ReturnRegistrationInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockRegistration(tx, actor, input, "return");
    const { reason } = input;
    const moved = await moveRegistration(tx, found, "return", { returnReason: reason }, now);
    await recordEvent(
      tx,
      actor,
      { type: "registration.returned", title: found.title, reason },
      {},
      now,
    );
    return moved;
  });
}

/**
 * 立项: the office director makes document, plan and tasks of a proposed draft, exactly as this version of it says. Public
 * is nothing of it yet. Refuses whoever drafted it alone, a plan that is over, and what `proposeRegistration` refuses.
 */
export function confirmRegistration(actor: Actor, input: MoveRegistrationInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockRegistration(tx, actor, input, "confirm");
    if (found.addsTo?.endedAt) throw new Refused(refuse("plan_over"));
    const whole = await wholeTasks(tx, found);
    const made = await register(tx, actor, found, whole, now);
    const { planId, documentId, codes } = made;
    const changes = { planId, documentId, confirmedById: actor.id, confirmedAt: now };
    const moved = await moveRegistration(tx, found, "confirm", changes, now);
    await recordEvent(
      tx,
      actor,
      { type: "registration.confirmed", title: found.title, codes },
      {},
      now,
    );
    return moved;
  });
}

/** Makes a confirmed registration public, and with the first the plan. Refuses whoever drafted it alone, and more tasks of a plan that is not public. */
export function publishRegistration(actor: Actor, input: MoveRegistrationInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockRegistration(tx, actor, input, "publish");
    const { addsTo } = found;
    if (!addsTo || (!found.plan && !addsTo.publishedAt))
      throw new Refused(refuse("plan_wrong_state"));
    const codes = await tx
      .select({ code: tasks.code })
      .from(tasks)
      .where(eq(tasks.registrationId, found.id))
      .orderBy(tasks.sortOrder);
    if (!addsTo.publishedAt)
      await tx
        .update(plans)
        .set({ publishedAt: now, version: sql`${plans.version} + 1` })
        .where(eq(plans.id, addsTo.id));
    const changes = { publishedById: actor.id, publishedAt: now };
    const moved = await moveRegistration(tx, found, "publish", changes, now);
    const event = {
      type: "registration.published",
      title: found.title,
      codes: codes.map(({ code }) => code),
    } as const;
    await recordEvent(tx, actor, event, {}, now);
    return moved;
  });
}

async function wholeTasks(tx: Transaction, found: LockedRegistration): Promise<PlacedTask[]> {
  if (found.tasks.length === 0) throw new Refused(refuse("registration_empty"));
  const isDecision = found.document !== null && found.document.basis !== "document";
  const collectiveIds = await collectives(tx, found.tasks);
  const checked = checkedTasks(found.tasks, found.text, { isDecision, collectiveIds });
  if ("tasks" in checked) return checked.tasks;
  const { title } = checked.task;
  throw new Refused(refuse("registration_task_wrong", { params: { title } }));
}

/** Ends a plan whose tasks are all closed: none of them is opened again. Refuses while one is open, and names it. */
export function endPlan(actor: Actor, input: MovePlanInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const plan = await lockPlan(tx, actor, input);
    insist(endRefusal(planStateOf(plan), await openTasksOf(tx, plan.id)));
    await tx
      .update(plans)
      .set({ endedAt: now, version: sql`${plans.version} + 1` })
      .where(eq(plans.id, plan.id));
    await recordEvent(
      tx,
      actor,
      { type: "plan.ended", plan: plan.title, note: input.note },
      {},
      now,
    );
    return { slug: plan.slug };
  });
}

/** 归档: takes a plan that has been ended off the home page. It stays under its address. */
export function archivePlan(actor: Actor, input: MovePlanInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const plan = await lockPlan(tx, actor, input);
    if (planStateOf(plan) !== "ended") throw new Refused(refuse("plan_wrong_state"));
    await tx
      .update(plans)
      .set({ archivedAt: now, version: sql`${plans.version} + 1` })
      .where(eq(plans.id, plan.id));
    await recordEvent(
      tx,
      actor,
      { type: "plan.archived", plan: plan.title, note: input.note },
      {},
      now,
    );
    return { slug: plan.slug };
  });
}

async function lockPlan(tx: Transaction, actor: Actor, { slug, version }: MovePlanInput) {
  insist(refusalFor(actor, "plan.archive"));
  const [plan] = await tx.select().from(plans).where(eq(plans.slug, slug)).for("update");
  if (!plan) throw new Refused(refuse("not_found"));
  if (plan.version !== version) throw new Refused(refuse("registration_changed"));
  return plan;
}
