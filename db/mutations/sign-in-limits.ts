import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { database } from "@/db/client";
import { signInAttempts } from "@/db/schema/people";

/** Five failures lock an account for 30 minutes; an address, behind which a whole office may sit, gets 30. */
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

/** Whether sign-in is locked for this account or this address now. */
export async function isSignInLocked(username: string, address: string): Promise<boolean> {
  const [account, from] = await Promise.all([
    limiter("account").get(username),
    limiter("address").get(address),
  ]);
  return (
    (account?.consumedPoints ?? 0) >= limits.account ||
    (from?.consumedPoints ?? 0) >= limits.address
  );
}

/** Counts a failure. Returns whether it was the one that locked. */
export async function countFailedSignIn(username: string, address: string): Promise<boolean> {
  const [account, from] = await Promise.all([
    limiter("account").penalty(username),
    limiter("address").penalty(address),
  ]);
  return account.consumedPoints >= limits.account || from.consumedPoints >= limits.address;
}

/** A success forgets the account's failures; the address keeps its own. */
export async function forgetFailedSignIns(username: string): Promise<void> {
  await limiter("account").delete(username);
}
