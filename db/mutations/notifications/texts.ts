import { eq } from "drizzle-orm";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { notificationTexts } from "@/db/schema/notifications";
import { type SetNotificationTextInput, textRefusal } from "@/lib/domain/notifications/texts";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";

/**
 * Sets the words of one kind of message in both languages, or gives a language its standard words back (null). Refuses
 * anybody but the director, a page that is no longer true, words as they were, and what `textRefusal` refuses.
 */
export function setNotificationText(actor: Actor, input: SetNotificationTextInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "notification.word"));
    const { name, zh, en, version } = input;
    const isName = eq(notificationTexts.name, name);
    const [row] = await tx.select().from(notificationTexts).where(isName).for("update");
    if ((row?.version ?? 0) !== version) throw new Refused(refuse("setting_changed"));
    for (const [field, text] of Object.entries({ zh, en }))
      insist(text === null ? null : textRefusal(name, text, field));
    const before = { zh: row?.zh ?? null, en: row?.en ?? null };
    if (before.zh === zh && before.en === en) throw new Refused(refuse("settings_unchanged"));
    const after = { zh, en, version: version + 1 };
    const saved = await tx
      .insert(notificationTexts)
      .values({ name, ...after })
      .onConflictDoUpdate({
        target: notificationTexts.name,
        set: after,
        setWhere: eq(notificationTexts.version, version),
      })
      .returning({ name: notificationTexts.name });
    if (saved.length === 0) throw new Refused(refuse("setting_changed"));
    const event = { type: "notification.worded", name, before, after: { zh, en } } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { name };
  });
}
