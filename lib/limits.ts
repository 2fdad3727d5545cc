import pLimit, { type LimitFunction } from "p-limit";

/** A limit for each key: so many at once, the others in order, and whoever is slow holds up nobody but themselves. */
export function limitEach<Key>(concurrency: number) {
  const limits = new Map<Key, LimitFunction>();
  return function limited<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const limit = limits.get(key) ?? pLimit(concurrency);
    limits.set(key, limit);
    return limit(work);
  };
}
