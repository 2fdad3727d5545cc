import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, database, type Transaction } from "@/db/client";
import { returnPublic, spendPublic } from "@/db/mutations/budgets";
import { queueJob } from "@/db/mutations/job-queue";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { isMailOn } from "@/db/queries/mail";
import { unitName } from "@/db/queries/people/people";
import { startLinks, users } from "@/db/schema/people";
import { startCodeHash, startCodeOf } from "@/db/start-code";
import { type Actor, isAdminRole } from "@/lib/domain/people/roles";
import {
  type IssuedStartLink,
  type IssueStartLinkInput,
  issueRefusal,
  startCode,
  startLinkDays,
  startLinkRefusal,
} from "@/lib/domain/people/start-links";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import {
  endElsewhere,
  endStartLinks,
  lockAccount,
  lockEnabled,
  replacePassword,
} from "./passwords";

/**
 * Gives an account a code that lets its person choose a password, once and within a week; one from before ends. Its old
 * password goes on until the code is used. Refuses what `issueRefusal` refuses. An administrator's code is handed over and
 * never mailed: their address is what a system administrator may change. The answer that is kept holds no code: it follows
 * from the link.
 */
export async function issueStartLink(
  actor: Actor,
  input: IssueStartLinkInput,
  now: Date,
): Promise<IssuedStartLink> {
  const { linkId, ...issued } = await runOnce(actor, input, now, async (tx) => {
    const account = await lockEnabled(tx, input.userId);
    insist(issueRefusal(actor, account));
    if (!account) throw new Refused(refuse("not_found"));
    await endStartLinks(tx, account.id, now);
    const linkId = randomUUID();
    const expiresAt = await insertLink(tx, {
      ...{ id: linkId, codeHash: startCodeHash(startCodeOf(linkId)) },
      ...{ userId: account.id, issuedById: actor.id, issuedAt: now },
    });
    const mayMail = input.mails && account.email !== null && !isAdminRole(account);
    const isMailed = mayMail && (await isMailOn(tx));
    if (isMailed) await queueJob(tx, "mail_start_link", { linkId }, `start:${linkId}`);
    await recordIssued(tx, actor, account, now);
    return { linkId, expiresAt: expiresAt.toISOString(), isMailed };
  });
  return { ...issued, code: startCodeOf(linkId) };
}

/**
 * What the operator gives out at the machine, as the owner of the database: to a security administrator who is alone and has
 * lost their password. The code is chosen by chance and kept as its hash. Null where no account in use bears the name, and
 * for the demo's.
 */
export function issueAtMachine(
  owner: Database,
  username: string,
  now: Date,
): Promise<{ code: string; expiresAt: string } | null> {
  return owner.transaction(async (tx) => {
    const [named] = await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.username, username));
    const account = named && (await lockEnabled(tx, named.id));
    if (!account || account.isDemo) return null;
    await endStartLinks(tx, account.id, now);
    const code = startCode(randomBytes(16));
    const expiresAt = await insertLink(tx, {
      ...{ id: randomUUID(), codeHash: startCodeHash(code) },
      ...{ userId: account.id, issuedById: null, issuedAt: now },
    });
    await recordIssued(tx, null, account, now);
    return { code, expiresAt: expiresAt.toISOString() };
  });
}

/** Good for a week from when it is given out. */
async function insertLink(
  tx: Transaction,
  link: Omit<typeof startLinks.$inferInsert, "expiresAt">,
): Promise<Date> {
  const expiresAt = new Date(link.issuedAt.getTime() + startLinkDays * 86_400_000);
  await tx.insert(startLinks).values({ ...link, expiresAt });
  return expiresAt;
}

function recordIssued(
  tx: Transaction,
  actor: Actor | null,
  { id, name }: { id: string; name: string },
  now: Date,
): Promise<void> {
  const event = { type: "account.start_link_issued", account: { id, name } } as const;
  return recordEvent(tx, actor, event, { accountId: id }, now);
}

/** The password that a code's person has chosen, as its hash, and the one that it was compared with. */
type Start = { codeHash: string; passwordHash: string; presentHash: string };

/**
 * Sets the password of the account that a code is for, once; every session and known device of it ends. Refuses a code
 * that is not there, used, replaced or too old, and a password that was changed meanwhile. Of two at once one wins.
 */
export function redeemStartLink(
  { codeHash, passwordHash, presentHash }: Start,
  request: Actor["request"],
  now: Date,
): Promise<{ username: string }> {
  return database().transaction(async (tx) => {
    const [found] = await tx.select().from(startLinks).where(eq(startLinks.codeHash, codeHash));
    if (!found) throw new Refused(refuse("start_code_unknown", { field: "code" }));
    // The account first, as whoever issues a code locks it: the two never wait for each other.
    const account = await lockAccount(tx, found.userId);
    const [link] = await tx
      .select()
      .from(startLinks)
      .where(eq(startLinks.id, found.id))
      .for("update");
    insist(link ? startLinkRefusal(link, now) : refuse("start_code_unknown", { field: "code" }));
    if (account.passwordHash !== presentHash)
      throw new Refused(refuse("password_changed_elsewhere"));
    await tx.update(startLinks).set({ usedAt: now }).where(eq(startLinks.id, found.id));
    await replacePassword(tx, account, passwordHash, now);
    await endElsewhere(tx, account.id, null, now);
    const { id, personId, name, role, departmentId, isDemo } = account;
    const departmentName = await unitName(tx, departmentId);
    const person = { id, personId, name, role, departmentId, departmentName, isDemo };
    const actor: Actor = { ...person, branchIds: null, standsInFor: [], request };
    await recordEvent(tx, actor, { type: "account.started" }, { accountId: id }, now);
    return { username: account.username };
  });
}

/** Counts a code before it is looked at. Refuses an address from which too many were wrong (`start_codes_too_many`). */
export function spendStartTry(address: string | null): Promise<void> {
  return database().transaction((tx) => spendPublic(tx, "start", address));
}

/** A code that was right counts for nothing. */
export function returnStartTry(address: string | null): Promise<void> {
  return database().transaction((tx) => returnPublic(tx, "start", address));
}
