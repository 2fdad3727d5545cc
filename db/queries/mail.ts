import { eq } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { mailTrials, mailSettings as stored } from "@/db/schema/mail";
import { unseal } from "@/db/seal";
import { type MailSettingsShown, smtpUrl } from "@/lib/domain/mail";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import {
  isMailByEnvironment,
  type MailSettings,
  mailByEnvironment,
  mailKey,
  mailSurroundings,
} from "@/lib/env";

/** Whether mail is on, for whoever asks for it and does not send it: set by the environment or on the screen. */
export async function isMailOn(reader: Reader = database()): Promise<boolean> {
  return isMailByEnvironment() || (await reader.$count(stored)) > 0;
}

/**
 * How mail is sent: as the environment says, else as it was set on the screen; null when mail is off (邮件提醒未开启). For the
 * worker: nobody else can open the password. Throws when it was sealed for a key that is lost.
 */
export async function mailSettings(): Promise<MailSettings | null> {
  const said = mailByEnvironment();
  if (said) return said;
  const [row] = await database().select().from(stored);
  if (!row) return null;
  const { username, sealedPassword, sender } = row;
  const password = sealedPassword === null ? "" : unseal(sealedPassword, mailKey());
  const login = username === null ? null : { username, password };
  return { SMTP_URL: smtpUrl(row, login), MAIL_FROM: sender, ...mailSurroundings() };
}

/** The stored mail server without its password, for a system administrator; null when there is none. */
export async function shownMailSettings(actor: Actor): Promise<MailSettingsShown | null> {
  if (!can(actor, "site.configure")) return null;
  const [row] = await database().select().from(stored);
  if (!row) return null;
  const { host, port, security, username, sealedPassword, sender, version } = row;
  return {
    ...{ host, port, security, sender, version },
    username: username ?? "",
    hasPassword: sealedPassword !== null,
  };
}

/** The last test mail that this person asked for, and what came of it; null before the first. */
export async function lastMailTrial(actor: Actor) {
  if (!can(actor, "site.configure")) return null;
  const [trial] = await database().select().from(mailTrials).where(eq(mailTrials.userId, actor.id));
  return trial ?? null;
}
export type MailTrial = NonNullable<Awaited<ReturnType<typeof lastMailTrial>>>;
