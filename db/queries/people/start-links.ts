import { and, eq, gt, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { departments, startLinks, users } from "@/db/schema/people";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { accountFacts } from "./account-facts";
import { accountsWithin } from "./branches";
import { keptPasswords } from "./passwords";

const issuers = alias(users, "issuers");

/** The link of a code, by its hash, with whose it is and their passwords; undefined when there is none, or the account is disabled. */
export async function startLinkByCode(codeHash: string) {
  const [link] = await database()
    .select({
      userId: startLinks.userId,
      expiresAt: startLinks.expiresAt,
      usedAt: startLinks.usedAt,
      endedAt: startLinks.endedAt,
      account: { name: users.displayName, username: users.username, unit: departments.name },
    })
    .from(startLinks)
    .innerJoin(users, eq(users.id, startLinks.userId))
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(and(eq(startLinks.codeHash, codeHash), isNull(users.disabledAt)));
  const passwords = link && (await keptPasswords(database(), link.userId));
  return passwords && { ...link, passwords };
}

/** Whose account an administrator may look for to give it a code, with the one that is open; undefined for anybody else. */
export async function startLinkAccount(actor: Actor, username: string, now: Date) {
  if (!isFor(actor.role, "start_link.issue")) return undefined;
  const isOpen = and(
    eq(startLinks.userId, users.id),
    isNull(startLinks.usedAt),
    isNull(startLinks.endedAt),
    gt(startLinks.expiresAt, now),
  );
  const [account] = await database()
    .select({
      ...accountFacts,
      unit: departments.name,
      openUntil: startLinks.expiresAt,
      issuedBy: issuers.displayName,
    })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .leftJoin(startLinks, isOpen)
    .leftJoin(issuers, eq(issuers.id, startLinks.issuedById))
    .where(and(eq(users.username, username), isNull(users.disabledAt), accountsWithin(actor)));
  return account;
}

/** A link that is still to be used, with where its mail goes; undefined when there is nothing to send any more. */
export async function startLinkToMail(linkId: string, now: Date) {
  const [link] = await database()
    .select({
      expiresAt: startLinks.expiresAt,
      email: users.email,
      name: users.displayName,
      username: users.username,
    })
    .from(startLinks)
    .innerJoin(users, eq(users.id, startLinks.userId))
    .where(
      and(
        eq(startLinks.id, linkId),
        isNull(startLinks.usedAt),
        isNull(startLinks.endedAt),
        isNull(users.disabledAt),
        gt(startLinks.expiresAt, now),
      ),
    );
  return link?.email ? { ...link, email: link.email } : undefined;
}
