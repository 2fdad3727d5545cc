import { randomUUID } from "node:crypto";
import { and, inArray, isNull, notInArray } from "drizzle-orm";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { queueJob } from "@/db/mutations/job-queue";
import { recordTogether } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { isMailOn } from "@/db/queries/mail";
import { accountFacts } from "@/db/queries/people/account-facts";
import { sheetUpload } from "@/db/queries/sheets/uploads";
import { startLinks, users } from "@/db/schema/people";
import { startCodeHash, startCodeOf } from "@/db/start-code";
import { refusalFor } from "@/lib/domain/people/permissions";
import { type Actor, adminRoles } from "@/lib/domain/people/roles";
import { issueRefusal, startLinkDays } from "@/lib/domain/people/start-links";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import type { IssueCodesInput } from "@/lib/domain/sheets/sheets";

/**
 * Gives each account that an import of this person's has made, and that nobody has begun to use, a start code as
 * `issueStartLink` does; one from before ends. Mails each to its own address where that is asked and mail is on. Refuses
 * demo accounts (`demo_password_fixed`), and an import that is not theirs (`not_found`).
 */
export function issueStartCodes(actor: Actor, input: IssueCodesInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "account.manage"));
    const upload = await sheetUpload(tx, actor, input.importId);
    if (!upload?.accountIds?.length) throw new Refused(refuse("not_found"));
    const unused = and(isNull(users.passwordChangedAt), isNull(users.disabledAt));
    // An administrator's comes from the security administrator (`issueRefusal`).
    const isOthers = notInArray(users.role, [...adminRoles]);
    const accounts = await tx
      .select(accountFacts)
      .from(users)
      .where(and(inArray(users.id, upload.accountIds), unused, isOthers))
      .orderBy(users.id)
      .for("no key update");
    for (const account of accounts) insist(issueRefusal(actor, account));
    const ids = accounts.map(({ id }) => id);
    if (ids.length === 0) return { issued: 0, mailed: 0 };
    const isOpen = and(isNull(startLinks.usedAt), isNull(startLinks.endedAt));
    await tx
      .update(startLinks)
      .set({ endedAt: now })
      .where(and(inArray(startLinks.userId, ids), isOpen));
    const expiresAt = new Date(now.getTime() + startLinkDays * 86_400_000);
    const links = accounts.map((account) => ({ ...account, linkId: randomUUID() }));
    const rows = links.map(({ id: userId, linkId }) => ({
      ...{ id: linkId, codeHash: startCodeHash(startCodeOf(linkId)), userId },
      ...{ issuedById: actor.id, issuedAt: now, expiresAt },
    }));
    await bulkInsert(tx, startLinks, rows);
    const toMail = input.mails && (await isMailOn(tx)) ? links.filter(({ email }) => email) : [];
    for (const { linkId } of toMail)
      await queueJob(tx, "mail_start_link", { linkId }, `start:${linkId}`);
    const events = accounts.map(({ id, name }) => ({
      event: { type: "account.start_link_issued", account: { id, name } } as const,
      subject: { accountId: id },
    }));
    await recordTogether(tx, actor, events, now);
    return { issued: links.length, mailed: toMail.length };
  });
}
