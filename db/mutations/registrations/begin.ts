import { and, eq, like, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { insist, type Refusal, Refused, refuse } from "@/lib/domain/refusals";
import {
  type DraftDocument,
  type DraftPlan,
  type DraftTask,
  draftLimits,
} from "@/lib/domain/registrations/drafts";

export type Beginning = {
  document: DraftDocument | null;
  plan: DraftPlan | null;
  planSlug: string | null;
  /** Those that it begins with; they have been checked. */
  tasks: DraftTask[];
};

/**
 * Begins a draft, as part of a transaction. Refuses who may not, letters that another plan's codes begin with, a plan that is
 * over, text that may not be public, and more tasks than a draft holds.
 */
export async function beginRegistration(
  tx: Transaction,
  actor: Actor,
  { document, plan, planSlug, tasks: list }: Beginning,
  now: Date,
): Promise<{ id: string }> {
  insist(refusalFor(actor, "plan.draft"));
  const addsTo = planSlug === null ? null : await planToAddTo(tx, planSlug);
  if (!addsTo && (!plan || !document)) throw new Refused(refuse("invalid_input"));
  if (list.length > draftLimits.tasks)
    throw new Refused(refuse("tasks_too_many", { params: { max: draftLimits.tasks } }));
  insist(wordsRefusal(document, addsTo ? null : plan));
  if (plan && !addsTo) insist(await prefixRefusal(tx, plan.prefix, null));
  const [started] = await tx
    .insert(registrations)
    .values({
      document,
      plan: addsTo ? null : plan,
      planId: addsTo?.id ?? null,
      documentId: addsTo && !document ? addsTo.documentId : null,
      tasks: list,
      contributorIds: [actor.id],
      createdAt: now,
      changedAt: now,
      isDemo: actor.isDemo,
    })
    .returning({ id: registrations.id });
  if (!started) throw new Error("The registration was not inserted");
  const title = addsTo?.title ?? plan?.title ?? "";
  const event = { type: "registration.drafted", title, adds: addsTo !== null } as const;
  await recordEvent(tx, actor, event, {}, now);
  return started;
}

async function planToAddTo(tx: Transaction, slug: string) {
  const [plan] = await tx.select().from(plans).where(eq(plans.slug, slug)).for("share");
  if (!plan) throw new Refused(refuse("not_found"));
  if (plan.endedAt) throw new Refused(refuse("plan_over"));
  return plan;
}

/** Why the words of a document and a plan may not be public, or null. */
export function wordsRefusal(
  document: DraftDocument | null,
  plan: DraftPlan | null,
): Refusal | null {
  const texts = [
    ...(document
      ? (["title", "issuer", "text"] as const).map((key) => [key, document[key]] as const)
      : []),
    ...(plan
      ? (["title", "shortTitle", "summary"] as const).map((key) => [key, plan[key]] as const)
      : []),
  ];
  for (const [field, text] of texts) {
    const refusal = publicTextRefusal(text, field);
    if (refusal) return refusal;
  }
  return null;
}

/** The letters are chosen once: no other plan's codes and no other draft begin with them. One at a time, so that two cannot. */
export async function prefixRefusal(tx: Transaction, prefix: string, own: string | null) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('registrations.prefix', 0))`);
  const [used, drafted] = await Promise.all([
    tx.$count(tasks, like(tasks.code, `${prefix}-%`)),
    tx.$count(
      registrations,
      and(
        sql`${registrations.plan} ->> 'prefix' = ${prefix}`,
        own ? ne(registrations.id, own) : undefined,
      ),
    ),
  ]);
  return used + drafted > 0 ? refuse("prefix_taken", { field: "prefix" }) : null;
}
