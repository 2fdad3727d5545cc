import { notifyFollower, subscriptionsToNotify } from "@/db/mutations/subscriptions/subscriptions";
import { isMailOn } from "@/db/queries/mail";
import { pageOfChanges } from "@/db/queries/public/change-pages";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Followed } from "@/lib/domain/subscriptions";
import { findScope, type Scope } from "@/lib/public/scope";
import { nameIn } from "@/messages/locales";
import { newsMail } from "./follower-mail";

const msPerDay = 86_400_000;
/** A mail of more is read by nobody; the page that it leads to has them all. */
const mostNews = 200;

/** What is followed, as feeds and queries name it. */
export function scopeOf({ kind, target }: Followed): Scope {
  if (kind === "task") return { code: target };
  return kind === "plan" ? { planSlug: target } : { unitCode: target };
}

/**
 * Notifies everybody who follows something of what has happened to it in public since the last time, at most once a day.
 * Run again at once it finds nothing new. Without SMTP nobody is notified.
 */
export async function notifyFollowers(now: Date): Promise<void> {
  if (!(await isMailOn())) return;
  for (const each of await subscriptionsToNotify(new Date(now.getTime() - msPerDay))) {
    const scope = scopeOf(each);
    const today = dayIn(now);
    const found = await findScope(scope, today);
    const since = each.notifiedUntil?.toISOString() ?? now.toISOString();
    const news = { ...scope, since: dayIn(new Date(since)) };
    const page = found && (await pageOfChanges(today, news, { limit: mostNews }));
    const isNew = ({ at }: { at: string }) => at > since && at <= now.toISOString();
    const changes = (page?.changes ?? []).filter(isNew);
    const name = nameIn(each.locale, found?.name ?? "", found?.nameEn);
    const about = { ...each, name };
    await notifyFollower(each, newsMail(about, each.token, changes), now);
  }
}
