import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { database, type Transaction } from "@/db/client";
import { spentPoints } from "@/db/schema/budgets";
import type { signInAttempts } from "@/db/schema/people";
import {
  budgetKey,
  budgetRefusal,
  type PersonBudget,
  type PublicBudget,
  personBudgets,
  personRefusal,
  pointsOf,
  publicBudgets,
} from "@/lib/domain/budgets";
import type { Actor } from "@/lib/domain/people/roles";
import { insist } from "@/lib/domain/refusals";

/**
 * Spends one of a public budget in the transaction of what is done: what is refused, here or after it, has spent nothing.
 * `address` is who asks, null where that is not known; `scope` tells one budget of a kind from the next.
 */
export async function spendPublic(
  tx: Transaction,
  kind: PublicBudget,
  address: string | null,
  scope = "",
): Promise<void> {
  const { seconds } = publicBudgets[kind];
  const key = address === null ? null : `${scope} ${budgetKey(address)}`;
  const own = key === null ? null : await limiterIn(spentPoints, kind, seconds, tx).penalty(key);
  const all = await limiterIn(spentPoints, `${kind}_all`, seconds, tx).penalty(scope);
  insist(budgetRefusal(kind, { own: own?.consumedPoints ?? null, all: all.consumedPoints }));
}

/** Gives back what `spendPublic` has spent. */
export async function returnPublic(
  tx: Transaction,
  kind: PublicBudget,
  address: string | null,
  scope = "",
): Promise<void> {
  const { seconds } = publicBudgets[kind];
  if (address !== null)
    await limiterIn(spentPoints, kind, seconds, tx).reward(`${scope} ${budgetKey(address)}`);
  await limiterIn(spentPoints, `${kind}_all`, seconds, tx).reward(scope);
}

/** Spends of what a person may write, in the transaction that writes it. Refuses what `personRefusal` refuses. */
export async function spendOwn(
  tx: Transaction,
  actor: Pick<Actor, "id">,
  kind: Exclude<PersonBudget, "press">,
  input: unknown = null,
): Promise<void> {
  const limiter = limiterIn(spentPoints, kind, personBudgets[kind].seconds, tx);
  const { consumedPoints } = await limiter.penalty(actor.id, pointsOf(input));
  insist(personRefusal(kind, consumedPoints));
}

/** Counts in a table for so many seconds, for each key of a kind; what is too many is the caller's to say. */
export function limiterIn(
  schema: typeof signInAttempts | typeof spentPoints,
  keyPrefix: string,
  duration: number,
  storeClient: Transaction | ReturnType<typeof database> = database(),
) {
  const points = 2 ** 30;
  return new RateLimiterDrizzle({
    ...{ storeClient, schema, keyPrefix, duration, points },
    clearExpiredByTimeout: false,
  });
}
