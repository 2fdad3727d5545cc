import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { database } from "@/db/client";
import { publicAttempts } from "@/db/schema/subscriptions";

const hour = 60 * 60;
/**
 * How often: subscriptions asked for from one address, confirmations mailed to one mailbox. Without a known address all
 * the world shares one, so that gets more.
 */
const limits = {
  subscription: { points: 10, duration: hour },
  subscriptionAnywhere: { points: 300, duration: hour },
  mailbox: { points: 3, duration: 24 * hour },
};

/** Counts a request of somebody without an account; false when it is one too many. */
export async function countPublicAttempt(
  kind: "subscription" | "mailbox",
  key: string | null,
): Promise<boolean> {
  const rule = kind === "subscription" && key === null ? "subscriptionAnywhere" : kind;
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
