import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isMailOn } from "@/db/queries/mail";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { calendarYears } from "@/db/schema/calendar";
import { documents } from "@/db/schema/documents";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { skippedSteps } from "@/db/schema/site";
import type { Day } from "@/lib/domain/calendar/days";
import { can } from "@/lib/domain/people/permissions";
import { type Actor, adminRoles } from "@/lib/domain/people/roles";
import type { SkippableStep, StartFacts } from "@/lib/domain/site/getting-started";

/**
 * What the checklist (开始使用) is computed from, for the administrators and the office director; null for anybody else. A
 * constant number of queries, each a count.
 */
export async function startFacts(actor: Actor, today: Day): Promise<StartFacts | null> {
  if (!can(actor, "start.view")) return null;
  const reader = database();
  const isEnabled = isNull(users.disabledAt);
  const [site, unchanged, roles, years, skipped, mail, units, documentCount, planCount] =
    await Promise.all([
      loadSiteSettings(),
      reader
        .select({ username: users.username })
        .from(users)
        .where(and(isEnabled, inArray(users.role, [...adminRoles]), mustChangePassword))
        .orderBy(asc(users.username)),
      reader
        .select({ role: users.role, count: sql<number>`count(*)::int` })
        .from(users)
        .where(isEnabled)
        .groupBy(users.role),
      reader.select({ year: calendarYears.year }).from(calendarYears),
      reader.select().from(skippedSteps),
      isMailOn(),
      reader.$count(departments),
      reader.$count(documents),
      reader.$count(plans),
    ]);
  return {
    firstPasswords: unchanged.map(({ username }) => username),
    hasSiteName: site.settings.name !== "",
    hasHost: site.settings.host !== "",
    units,
    people: Object.fromEntries(roles.map(({ role, count }) => [role, count])),
    announcedYears: new Set(years.map(({ year }) => year)),
    isMailOn: mail,
    documents: documentCount,
    plans: planCount,
    skipped: skipped.map(({ step }) => step as SkippableStep),
    today,
  };
}

/** Whether somebody still has the password that their account was made with. */
const mustChangePassword = sql`coalesce((to_jsonb(${users}) ->> 'must_change_password')::boolean, false)`;
