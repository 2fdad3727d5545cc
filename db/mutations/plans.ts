import { eq, sql } from "drizzle-orm";
import { possibleReviewers, settingsOf } from "@/db/queries/plans";
import { plans } from "@/db/schema/plans";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type ConfigurePlanInput, changedSettings, planSettingsRefusal } from "@/lib/domain/plans";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { runOnceTold } from "./new-gaps";
import { recordEvent } from "./record-event";

/**
 * Sets a plan's review steps, limits, thresholds and reminders, with an event that keeps both the old and the new. Refuses
 * anybody but an admin, a page that is no longer true, settings as they were, and what `planSettingsRefusal` refuses.
 */
export function configurePlan(actor: Actor, input: ConfigurePlanInput, now: Date) {
  return runOnceTold(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "plan.configure"));
    const { slug, version, settings } = input;
    const [plan] = await tx.select().from(plans).where(eq(plans.slug, slug)).for("update");
    if (!plan) throw new Refused(refuse("not_found"));
    if (plan.version !== version) throw new Refused(refuse("setting_changed"));
    insist(planSettingsRefusal(settings, await possibleReviewers(tx)));
    const before = settingsOf(plan);
    const changed = changedSettings(before, settings);
    if (changed.length === 0) throw new Refused(refuse("settings_unchanged"));
    await tx
      .update(plans)
      .set({ ...settings, version: sql`${plans.version} + 1` })
      .where(eq(plans.id, plan.id));
    const event = {
      type: "plan.configured",
      plan: plan.title,
      before,
      after: settings,
      changed,
    } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { slug };
  });
}
