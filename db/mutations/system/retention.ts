import { eq } from "drizzle-orm";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { retentionPeriods } from "@/db/schema/site";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { retentionDays, retentionRefusal, type SetRetentionInput } from "@/lib/domain/system";

/**
 * Sets for how many days something is kept; from the next night on. Refuses anybody but a system administrator, a page that
 * is no longer true, a time as it was, and what `retentionRefusal` refuses.
 */
export function setRetention(actor: Actor, input: SetRetentionInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "site.configure"));
    const { kind, days, version } = input;
    const isKind = eq(retentionPeriods.kind, kind);
    const [before] = await tx.select().from(retentionPeriods).where(isKind).for("update");
    if ((before?.version ?? 0) !== version) throw new Refused(refuse("setting_changed"));
    insist(retentionRefusal(kind, days));
    const daysBefore = before?.days ?? retentionDays[kind];
    if (daysBefore === days) throw new Refused(refuse("settings_unchanged"));
    const after = { days, version: version + 1 };
    const saved = await tx
      .insert(retentionPeriods)
      .values({ kind, ...after })
      .onConflictDoUpdate({
        target: retentionPeriods.kind,
        set: after,
        setWhere: eq(retentionPeriods.version, version),
      })
      .returning({ kind: retentionPeriods.kind });
    if (saved.length === 0) throw new Refused(refuse("setting_changed"));
    const event = {
      type: "retention.set",
      kind,
      before: { days: daysBefore },
      after: { days },
    } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { kind };
  });
}
