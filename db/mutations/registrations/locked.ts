import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { personsOf } from "@/db/queries/people/people";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import {
  type RegistrationMove,
  registrationMoves,
  registrationRefusal,
} from "@/lib/domain/registrations/registrations";

type Row = typeof registrations.$inferSelect;
/** A registration under lock, with the plan that it adds to and the text that its tasks quote. */
export type LockedRegistration = Row & {
  title: string;
  text: string;
  addsTo: typeof plans.$inferSelect | null;
};

/** Locks a registration for a move. Refuses who may not make it, and a page that is no longer true. */
export async function lockRegistration(
  tx: Transaction,
  actor: Actor,
  { id, version }: { id: string; version: number },
  move: RegistrationMove,
): Promise<LockedRegistration> {
  const [found] = await tx
    .select()
    .from(registrations)
    .where(eq(registrations.id, id))
    .for("update");
  if (!found) throw new Refused(refuse("not_found"));
  const contributorPersonIds = await personsOf(tx, found.contributorIds);
  insist(registrationRefusal(actor, move, { ...found, contributorPersonIds }));
  if (found.version !== version) throw new Refused(refuse("registration_changed"));
  const addsTo = found.planId === null ? null : await lockPlan(tx, found.planId);
  const [document] = found.documentId
    ? await tx.select().from(documents).where(eq(documents.id, found.documentId))
    : [];
  return {
    ...found,
    addsTo,
    title: found.plan?.title ?? addsTo?.title ?? "",
    text: found.document?.text ?? document?.text ?? "",
  };
}

async function lockPlan(tx: Transaction, id: string) {
  const [plan] = await tx.select().from(plans).where(eq(plans.id, id)).for("update");
  if (!plan) throw new Error("The registration has lost its plan");
  return plan;
}

/** Writes a locked registration, moved on to where its move leads. */
export async function moveRegistration(
  tx: Transaction,
  { id }: Row,
  move: RegistrationMove,
  changes: Partial<Row>,
  now: Date,
): Promise<{ id: string; version: number }> {
  const [moved] = await tx
    .update(registrations)
    .set({
      ...changes,
      status: registrationMoves[move].to,
      changedAt: now,
      version: sql`${registrations.version} + 1`,
    })
    .where(eq(registrations.id, id))
    .returning({ id: registrations.id, version: registrations.version });
  if (!moved) throw new Error("The registration was not moved");
  return moved;
}
