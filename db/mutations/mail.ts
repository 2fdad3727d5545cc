import { and, eq, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { isMailOn } from "@/db/queries/mail";
import { mailSettings, mailTrials } from "@/db/schema/mail";
import { seal } from "@/db/seal";
import type {
  ConfigureMailInput,
  MailTrialOutcome,
  TryMailInput,
  TurnOffMailInput,
} from "@/lib/domain/mail";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { isMailByEnvironment, mailSealKey } from "@/lib/env";
import { queueJob } from "./job-queue";
import { recordEvent } from "./record-event";
import { runOnce } from "./transaction";

/**
 * Sets the mail server. An empty password keeps the stored one; the history tells that it changed, and never what it is.
 * Refuses anybody but a system administrator, a page that is no longer true, and while the environment sets it.
 */
export function configureMail(actor: Actor, input: ConfigureMailInput, now: Date) {
  // What is kept of a request is a hash of all that was typed: the password is left out of it.
  const said = { ...input, password: input.password !== "" };
  return runOnce(actor, said, now, async (tx) => {
    insist(refusalFor(actor, "site.configure"));
    if (isMailByEnvironment()) throw new Refused(refuse("mail_by_environment"));
    const [before] = await tx.select().from(mailSettings).for("update");
    if ((before?.version ?? 0) !== input.version) throw new Refused(refuse("setting_changed"));
    const { host, port, security, sender, password } = input;
    const username = input.username || null;
    const kept = username === null ? null : (before?.sealedPassword ?? null);
    const sealedPassword = password && username !== null ? seal(password, mailSealKey()) : kept;
    const after = { host, port, security, username, sealedPassword, sender };
    const names = Object.keys(after) as (keyof typeof after)[];
    const changed = names
      .filter((name) => before?.[name] !== after[name])
      .map((name) => (name === "sealedPassword" ? "password" : name));
    if (changed.length === 0) throw new Refused(refuse("settings_unchanged"));
    const version = input.version + 1;
    const saved = await tx
      .insert(mailSettings)
      .values({ ...after, version })
      .onConflictDoUpdate({
        target: mailSettings.id,
        set: { ...after, version },
        setWhere: eq(mailSettings.version, input.version),
      })
      .returning({ id: mailSettings.id });
    if (saved.length === 0) throw new Refused(refuse("setting_changed"));
    const event = { type: "mail.configured", host, port, sender, changed } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { version };
  });
}

/** Turns mail off and forgets the mail server with its password. What it refuses is what `configureMail` refuses. */
export function turnOffMail(actor: Actor, input: TurnOffMailInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "site.configure"));
    const [before] = await tx.select().from(mailSettings).for("update");
    if (!before) throw new Refused(refuse("mail_is_off"));
    if (before.version !== input.version) throw new Refused(refuse("setting_changed"));
    await tx.delete(mailSettings);
    await recordEvent(tx, actor, { type: "mail.turned_off", host: before.host }, {}, now);
    return { host: before.host };
  });
}

/** Asks the worker to send this person a test mail by the settings that are in force. Refuses while mail is off. */
export function tryMail(actor: Actor, input: TryMailInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "site.configure"));
    if (!(await isMailOn(tx))) throw new Refused(refuse("mail_is_off"));
    const asked = { address: input.address, askedAt: now, answeredAt: null, outcome: null };
    await tx
      .insert(mailTrials)
      .values({ userId: actor.id, ...asked })
      .onConflictDoUpdate({ target: mailTrials.userId, set: { ...asked, reply: null } });
    await queueJob(tx, "try_mail", { userId: actor.id }, `try_mail:${actor.id}`);
    await recordEvent(tx, actor, { type: "mail.tried" }, {}, now);
    return { address: input.address };
  });
}

/** Where a test mail is to go that nobody has sent yet; null when there is none. */
export async function waitingTrial(userId: string): Promise<{ address: string } | null> {
  const [trial] = await database()
    .select({ address: mailTrials.address })
    .from(mailTrials)
    .where(and(eq(mailTrials.userId, userId), isNull(mailTrials.answeredAt)));
  return trial ?? null;
}

/** Notes how a test mail went, for the page of whoever asked. */
export async function noteTrial(
  userId: string,
  answer: { outcome: MailTrialOutcome; reply: string | null },
  now: Date,
): Promise<void> {
  await database()
    .update(mailTrials)
    .set({ ...answer, answeredAt: now })
    .where(eq(mailTrials.userId, userId));
}
