import { and, eq, inArray, isNull } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { departments, startLinks, users } from "@/db/schema/people";
import { sheetUploads } from "@/db/schema/sheets";
import { startCodeOf } from "@/db/start-code";
import type { Actor } from "@/lib/domain/people/roles";
import { sheetRefusal } from "@/lib/domain/sheets/sheets";

/** A spreadsheet that this person has sent in, and may still import; undefined for anybody else's. */
export async function sheetUpload(reader: Reader, actor: Actor, id: string) {
  const [found] = await reader
    .select()
    .from(sheetUploads)
    .where(and(eq(sheetUploads.id, id), eq(sheetUploads.uploadedById, actor.id)));
  return found && sheetRefusal(actor, found.kind) === null ? found : undefined;
}

/**
 * The accounts that an import of this person's has made and that nobody has begun to use, each with the code that this
 * person has given out for it; undefined where there is no such import.
 */
export async function importedAccounts(actor: Actor, id: string) {
  const upload = await sheetUpload(database(), actor, id);
  if (!upload?.accountIds) return undefined;
  const rows = await database()
    .select({
      ...{ id: users.id, name: users.displayName, username: users.username, email: users.email },
      ...{ unit: departments.name, linkId: startLinks.id, expiresAt: startLinks.expiresAt },
      issuedById: startLinks.issuedById,
    })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .leftJoin(
      startLinks,
      and(eq(startLinks.userId, users.id), isNull(startLinks.endedAt), isNull(startLinks.usedAt)),
    )
    .where(
      and(
        inArray(users.id, upload.accountIds),
        isNull(users.passwordChangedAt),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(departments.sortOrder, users.username);
  return rows.map(({ linkId, issuedById, ...account }) => ({
    ...account,
    code: linkId && issuedById === actor.id ? startCodeOf(linkId) : null,
  }));
}
