import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { database } from "@/db/client";
import { publicAttempts } from "@/db/schema/subscriptions";

const hour = 60 * 60;
/**
 * How often: subscriptions asked for and letters written from one address, confirmations mailed to one mailbox. Without a known address all
 * the world shares one, so that gets more.
 */
const limits = {
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
  const { points, duration } = limits[rule];
  const limiter = new RateLimiterDrizzle({
    storeClient: database(),
    schema: publicAttempts,
    keyPrefix: rule,
    points,
    duration,
    clearExpiredByTimeout: false,
  });
  const { consumedPoints } = await limiter.penalty(key ?? "anywhere");
  return consumedPoints <= points;
}
