import type { Budget } from "@/lib/domain/budgets";

const lockSeconds = 30 * 60;

/**
 * How many sign-ins may fail within 30 minutes: of one account from one address, from one address for whatever account (a
 * whole office may sit behind it), and of one account in a browser that it has signed in from before. Nothing closes an
 * account for everybody: whoever knows a name could shut its owner out. All together have so many, as the site has one
 * memory: beyond them known devices go on, and addresses where nothing has failed.
 */
export const signInLimits = {
  seconds: lockSeconds,
  pair: 5,
  address: 30,
  device: 5,
  everybody: { seconds: lockSeconds, each: 30, all: 6000, reserve: 3000 } satisfies Budget,
} as const;

/** Failures of an account that are written down one by one; more within 30 minutes are counted by the minute. */
export const tellsEachFailure = 5;

const firstDelayMs = 500;
const longestDelayMs = 5_000;

/**
 * How long an account is waited for after so many failures anywhere: nothing up to five, then half a second that doubles,
 * never more than five seconds. Devices that it knows are not waited for.
 */
export function signInDelayMs(failures: number): number {
  if (failures <= signInLimits.pair) return 0;
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - signInLimits.pair - 1));
}
