import { eq, sql } from "drizzle-orm";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { plans } from "@/db/schema/plans";
import { siteSettings, skippedSteps } from "@/db/schema/site";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { type SkipStepInput, skipRefusal } from "@/lib/domain/site/getting-started";
import {
  type ConfigureSiteInput,
  changedSiteSettings,
  siteSettingsRefusal,
} from "@/lib/domain/site/settings";
import { recordEvent } from "./record-event";
import { runOnce } from "./transaction";

/**
 * Sets the site's own words and the plans its home page puts first, with an event that keeps both the old and the new.
 * Refuses anybody but a system administrator, a page that is no longer true, settings as they were, and what
 * `siteSettingsRefusal` refuses.
 */
export function configureSite(actor: Actor, input: ConfigureSiteInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "site.configure"));
    const [locked] = await tx.select().from(siteSettings).for("update");
    if (locked?.version !== input.version) throw new Refused(refuse("setting_changed"));
    const { settings: before } = await loadSiteSettings(tx);
    const known = await tx.select({ slug: plans.slug }).from(plans);
    insist(
      siteSettingsRefusal(
        input.settings,
        known.map(({ slug }) => slug),
      ),
    );
    const changed = changedSiteSettings(before, input.settings);
    if (changed.length === 0) throw new Refused(refuse("settings_unchanged"));
    const { homePlans, ...texts } = input.settings;
    const said = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, text || null]),
    );
    await tx
      .update(siteSettings)
      .set({ ...said, homePlans, version: sql`${siteSettings.version} + 1` });
    const event = { type: "site.configured", before, after: input.settings, changed } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { version: input.version + 1 };
  });
}

/** Says that a line of the checklist (开始使用) is not needed here, or is after all. Refuses anybody whose line it is not. */
export function skipStep(actor: Actor, input: SkipStepInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { step, isNeeded } = input;
    insist(refusalFor(actor, "start.view") ?? skipRefusal(step, actor.role));
    if (isNeeded) await tx.delete(skippedSteps).where(eq(skippedSteps.step, step));
    else await tx.insert(skippedSteps).values({ step }).onConflictDoNothing();
    const type = isNeeded ? "start.needed" : "start.skipped";
    await recordEvent(tx, actor, { type, step }, {}, now);
    return { step };
  });
}
