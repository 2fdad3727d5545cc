import { subscriptionsToTell, tellFollower } from "@/db/mutations/subscriptions/subscriptions";
import { publicSteps } from "@/db/queries/public/public-changes";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Followed } from "@/lib/domain/subscriptions";
import { mailSettings } from "@/lib/env";
import { findScope, type Scope } from "@/lib/formats/scope";
import { newsMail } from "./follower-mail";

const msPerDay = 86_400_000;

/** What is followed, as feeds and queries name it. */
export function scopeOf({ kind, target }: Followed): Scope {
  if (kind === "task") return { code: target };
  return kind === "plan" ? { planSlug: target } : { unitCode: target };
}

/**
 * Tells everybody who follows something what has happened to it in public since they were last told, at most once a day.
 * Run again at once it finds nothing to tell. Nothing is told without SMTP.
 */
export async function tellFollowers(now: Date): Promise<void> {
  if (!mailSettings()) return;
  for (const each of await subscriptionsToTell(new Date(now.getTime() - msPerDay))) {
    const scope = scopeOf(each);
    const today = dayIn(now);
    const found = await findScope(scope, today);
    const since = each.toldUntil?.toISOString() ?? now.toISOString();
    const steps = found
      ? (await publicSteps(today, { ...scope, since: dayIn(new Date(since)) })).filter(
          ({ at }) => at > since && at <= now.toISOString(),
        )
      : [];
    const about = { ...each, name: found?.name ?? "" };
    await tellFollower(each, newsMail(about, each.token, steps), now);
  }
}
