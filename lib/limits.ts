import pLimit, { type LimitFunction } from "p-limit";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { personBudgets, personRefusal, pointsOf } from "@/lib/domain/budgets";
import type { Actor } from "@/lib/domain/people/roles";
import { insist } from "@/lib/domain/refusals";

/** A limit for each key: so many at once, the others in order, and whoever is slow holds up nobody but themselves. */
export function limitEach<Key>(concurrency: number) {
  const limits = new Map<Key, LimitFunction>();
  return async function limited<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const limit = limits.get(key) ?? pLimit(concurrency);
    limits.set(key, limit);
    try {
      return await limit(work);
    } finally {
      if (limit.activeCount + limit.pendingCount === 0) limits.delete(key);
    }
  };
}

const { seconds: duration, points } = personBudgets.press;
const presses = new RateLimiterMemory({ duration, points });

/**
 * Spends of what a person may send in a minute, whatever becomes of it: what is refused leaves work for the database too.
 * Refuses `presses_too_many`. Counted in this process, for it is nothing to keep.
 */
export async function spendPress(actor: Pick<Actor, "id">, input: unknown): Promise<void> {
  const { consumedPoints } = await presses.penalty(actor.id, pointsOf(input));
  insist(personRefusal("press", consumedPoints));
}
