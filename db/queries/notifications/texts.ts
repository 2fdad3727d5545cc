import { asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { notificationTexts } from "@/db/schema/notifications";
import type { OwnTexts, TextName } from "@/lib/domain/notifications/texts";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

/** The languages that a text is kept in, as its columns are called. */
type Language = "zh" | "en";

/** The office's own words for messages and mail in one language; at most one for each kind of text. */
export async function ownNotificationTexts(locale: string): Promise<OwnTexts> {
  const language: Language = locale === "en" ? "en" : "zh";
  const rows = await database()
    .select({ name: notificationTexts.name, words: notificationTexts[language] })
    .from(notificationTexts);
  return Object.fromEntries(rows.flatMap(({ name, words }) => (words ? [[name, words]] : [])));
}

/** The names of the texts that the office has words of its own for, for whoever may change them; null for anybody else. */
export async function changedNotificationTexts(actor: Actor): Promise<string[] | null> {
  if (!can(actor, "notification.word")) return null;
  const { name, zh, en } = notificationTexts;
  const rows = await database().select({ name, zh, en }).from(notificationTexts).orderBy(asc(name));
  return rows.filter((row) => row.zh !== null || row.en !== null).map((row) => row.name);
}

/** One text as the office has it, null where the standard words stand; null for whoever may not change it. */
export async function notificationText(actor: Actor, name: TextName) {
  if (!can(actor, "notification.word")) return null;
  const [row] = await database()
    .select()
    .from(notificationTexts)
    .where(eq(notificationTexts.name, name));
  return row ?? { name, zh: null, en: null, version: 0 };
}
