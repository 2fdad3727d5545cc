import { and, asc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { delegations } from "@/db/schema/delegations";
import { users } from "@/db/schema/people";
import { dayIn } from "@/lib/domain/calendar/days";
import { delegationRefusal, isTheirs, type Term } from "@/lib/domain/people/delegations";
import type { DelegationInput, EndDelegationInput } from "@/lib/domain/people/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";

/**
 * Lends a head's or supervisor's right to decide to somebody of the same unit for some days (授权代签), both included,
 * in Asia/Shanghai. Refuses what `delegationRefusal` refuses.
 */
export function grantDelegation(actor: Actor, input: DelegationInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { principalId, deputyId, startsOn, endsOn, reason } = input;
    const people = await lockPeople(tx, principalId, deputyId);
    const wanted = { ...input, principal: people.get(principalId), deputy: people.get(deputyId) };
    insist(delegationRefusal(actor, wanted, await termsOf(tx, principalId, deputyId), dayIn(now)));

    const term = { principalId, deputyId, startsOn, endsOn };
    await tx.insert(delegations).values({ ...term, reason, createdById: actor.id, createdAt: now });
    const event = { type: "delegation.granted", reason, ...named(term, people) } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { endsOn };
  });
}

/**
 * Ends a delegation early, at once. To anybody but its principal and a security administrator of their branch it is `not_found`. One that is over
 * already stays as it is.
 */
export function endDelegation(actor: Actor, input: EndDelegationInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const [found] = await tx
      .select()
      .from(delegations)
      .where(eq(delegations.id, input.delegationId))
      .for("update");
    if (!found) throw new Refused(refuse("not_found"));
    const people = await lockPeople(tx, found.principalId, found.deputyId);
    const principal = people.get(found.principalId);
    if (!principal || !isTheirs(actor, principal)) throw new Refused(refuse("not_found"));
    const { id, endsOn } = found;
    if (found.endedAt || endsOn < dayIn(now)) return { endsOn };

    await tx.update(delegations).set({ endedAt: now }).where(eq(delegations.id, id));
    await recordEvent(tx, actor, { type: "delegation.ended", ...named(found, people) }, {}, now);
    return { endsOn };
  });
}

/**
 * Ends what a person has lent or was lent and is not over, for whoever leaves a post: a right is of the post. One event
 * each.
 */
export async function endDelegationsOf(
  tx: Transaction,
  actor: Actor,
  userId: string,
  now: Date,
): Promise<void> {
  const ended = await tx
    .update(delegations)
    .set({ endedAt: now })
    .where(
      and(
        isNull(delegations.endedAt),
        gte(delegations.endsOn, dayIn(now)),
        or(eq(delegations.principalId, userId), eq(delegations.deputyId, userId)),
      ),
    )
    .returning();
  if (ended.length === 0) return;
  const people = await lockPeople(
    tx,
    ...ended.flatMap(({ principalId, deputyId }) => [principalId, deputyId]),
  );
  for (const each of ended)
    await recordEvent(tx, actor, { type: "delegation.ended", ...named(each, people) }, {}, now);
}

/** Both people, locked in the order of their ids: of two grants that would make a chain the later sees the earlier. */
async function lockPeople(tx: Transaction, ...ids: string[]) {
  const rows = await tx
    .select({
      id: users.id,
      personId: users.personId,
      name: users.displayName,
      role: users.role,
      departmentId: users.departmentId,
      branchId: users.branchId,
      disabledAt: users.disabledAt,
      roleGrantedById: users.roleGrantedById,
    })
    .from(users)
    .where(inArray(users.id, ids))
    .orderBy(asc(users.id))
    .for("no key update");
  return new Map(
    rows.map(({ disabledAt, roleGrantedById, ...person }) => [
      person.id,
      { ...person, isEnabled: !disabledAt && roleGrantedById !== null },
    ]),
  );
}

function termsOf(tx: Transaction, ...ids: string[]): Promise<Term[]> {
  return tx
    .select()
    .from(delegations)
    .where(
      and(
        isNull(delegations.endedAt),
        or(inArray(delegations.principalId, ids), inArray(delegations.deputyId, ids)),
      ),
    );
}

function named(
  { principalId, deputyId, startsOn, endsOn }: Term,
  people: Map<string, { name: string }>,
) {
  const person = (id: string) => ({ id, name: people.get(id)?.name ?? "" });
  return { principal: person(principalId), deputy: person(deputyId), startsOn, endsOn };
}
