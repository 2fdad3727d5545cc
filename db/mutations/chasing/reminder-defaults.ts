import { eq } from "drizzle-orm";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { loadReminderDefaults } from "@/db/queries/chasing/reminder-defaults";
import { planDefaults } from "@/db/schema/plans";
import {
  reminderPolicyRefusal,
  type SetReminderDefaultsInput,
} from "@/lib/domain/chasing/reminder-settings";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";

/**
 * Sets the reminders that plans begin with which are made from then on; those that are there keep theirs. Refuses anybody
 * but the director, a page that is no longer true, reminders as they were, and what `reminderPolicyRefusal` refuses.
 */
export function setReminderDefaults(actor: Actor, input: SetReminderDefaultsInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "plan.configure"));
    await tx.select().from(planDefaults).for("update");
    const { version, reminders: before } = await loadReminderDefaults(tx);
    if (version !== input.version) throw new Refused(refuse("setting_changed"));
    insist(reminderPolicyRefusal(input.reminders));
    if (JSON.stringify(before) === JSON.stringify(input.reminders))
      throw new Refused(refuse("settings_unchanged"));
    const after = { reminders: input.reminders, version: version + 1 };
    const saved = await tx
      .insert(planDefaults)
      .values(after)
      .onConflictDoUpdate({
        target: planDefaults.id,
        set: after,
        setWhere: eq(planDefaults.version, version),
      })
      .returning({ id: planDefaults.id });
    if (saved.length === 0) throw new Refused(refuse("setting_changed"));
    const event = { type: "reminders.configured", before, after: input.reminders } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { version: after.version };
  });
}
