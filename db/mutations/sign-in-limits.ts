import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { database } from "@/db/client";
import { signInAttempts } from "@/db/schema/people";

/**
 * Five failures lock an account for 30 minutes; an address, behind which a whole office may sit, gets 30. An address that
 * is not known locks nobody: all the world would share it.
 */
const lockSeconds = 30 * 60;
const limits = { account: 5, address: 30 };

function limiter(kind: keyof typeof limits) {
  return new RateLimiterDrizzle({
    storeClient: database(),
    schema: signInAttempts,
    keyPrefix: kind,
    points: limits[kind],
    duration: lockSeconds,
    clearExpiredByTimeout: false,
  });
}

/**
 * Counts an attempt before its password is looked at, so that a hundred at once are a hundred. `locked` must not be looked
 * at, and the failure of a `last` one locks.
 */
export async function countSignInAttempt(
  username: string,
  address: string | null,
): Promise<"open" | "last" | "locked"> {
  const beyond = await Promise.all(
    keysOf(username, address).map(async ({ kind, key }) => {
      const { consumedPoints } = await limiter(kind).penalty(key);
      return consumedPoints - limits[kind];
    }),
  );
  const most = Math.max(...beyond);
  if (most > 0) return "locked";
  return most === 0 ? "last" : "open";
}

/** Locks what has no attempt left, the account or the address, for 30 minutes from now. */
export async function lockSignIn(username: string, address: string | null): Promise<void> {
  for (const { kind, key } of keysOf(username, address)) {
    const spent = await limiter(kind).get(key);
    if (spent && spent.consumedPoints >= limits[kind]) await limiter(kind).block(key, lockSeconds);
  }
}

/** A success forgets the account's failures; the address keeps its own, and gets this attempt back. */
export async function forgiveSignIn(username: string, address: string | null): Promise<void> {
  await limiter("account").delete(username);
  if (address !== null) await limiter("address").reward(address);
}

function keysOf(username: string, address: string | null) {
  const account = { kind: "account", key: username } as const;
  return address === null ? [account] : [account, { kind: "address", key: address } as const];
}
