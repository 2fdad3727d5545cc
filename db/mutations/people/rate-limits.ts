import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { database } from "@/db/client";
import { signInAttempts } from "@/db/schema/people";
import { publicAttempts } from "@/db/schema/subscriptions";

/**
 * Five failures lock an account for 30 minutes; an address, behind which a whole office may sit, gets 30. An address that
 * is not known locks nobody: all the world would share it.
 */
const lockSeconds = 30 * 60;
const signInLimits = {
  account: { points: 5, duration: lockSeconds },
  address: { points: 30, duration: lockSeconds },
};

const signInLimiter = (kind: keyof typeof signInLimits) =>
  limiterIn(signInAttempts, kind, signInLimits[kind]);

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
      const { consumedPoints } = await signInLimiter(kind).penalty(key);
      return consumedPoints - signInLimits[kind].points;
    }),
  );
  const most = Math.max(...beyond);
  if (most > 0) return "locked";
  return most === 0 ? "last" : "open";
}

/** Locks what has no attempt left, the account or the address, for 30 minutes from now. */
export async function lockSignIn(username: string, address: string | null): Promise<void> {
  for (const { kind, key } of keysOf(username, address)) {
    const spent = await signInLimiter(kind).get(key);
    if (spent && spent.consumedPoints >= signInLimits[kind].points)
      await signInLimiter(kind).block(key, lockSeconds);
  }
}

/** A success forgets the account's failures; the address keeps its own, and gets this attempt back. */
export async function forgiveSignIn(username: string, address: string | null): Promise<void> {
  await signInLimiter("account").delete(username);
  if (address !== null) await signInLimiter("address").reward(address);
}

function keysOf(username: string, address: string | null) {
  const account = { kind: "account", key: username } as const;
  return address === null ? [account] : [account, { kind: "address", key: address } as const];
}

const hour = 60 * 60;
/**
 * How often: subscriptions asked for and letters written from one address, confirmations mailed to one mailbox. Without a known address all
 * the world shares one, so that gets more.
 */
const publicLimits = {
  subscription: { points: 10, duration: hour },
  subscriptionAnywhere: { points: 300, duration: hour },
  mailbox: { points: 3, duration: 24 * hour },
  letter: { points: 10, duration: hour },
  letterAnywhere: { points: 300, duration: hour },
};

/** Counts a request of somebody without an account; false when it is one too many. */
export async function countPublicAttempt(
  kind: "subscription" | "mailbox" | "letter",
  key: string | null,
): Promise<boolean> {
  const rule = key === null && kind !== "mailbox" ? (`${kind}Anywhere` as const) : kind;
  const limiter = limiterIn(publicAttempts, rule, publicLimits[rule]);
  const { consumedPoints } = await limiter.penalty(key ?? "anywhere");
  return consumedPoints <= publicLimits[rule].points;
}

/** Counts in a table: so many points within so many seconds, for each key of a kind. */
function limiterIn(
  schema: typeof signInAttempts | typeof publicAttempts,
  keyPrefix: string,
  limit: { points: number; duration: number },
) {
  const storeClient = database();
  return new RateLimiterDrizzle({
    ...{ storeClient, schema, keyPrefix, ...limit },
    clearExpiredByTimeout: false,
  });
}
