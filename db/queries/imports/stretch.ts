import { and, asc, eq, gt, lt } from "drizzle-orm";
import { database } from "@/db/client";
import { documentBlocks, imports } from "@/db/schema/imports";
import type { Place } from "@/lib/domain/documents/quotes";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

/**
 * The text of an import with the paragraphs (rows of a table among them) that lie in a stretch of it. For overseers; null
 * for everybody else and while it is not read.
 */
export async function importStretch(actor: Actor, id: string, { start, end }: Place) {
  if (!can(actor, "plan.draft")) return null;
  const [found] = await database()
    .select({ text: imports.text })
    .from(imports)
    .where(eq(imports.id, id));
  if (!found || found.text === null) return null;
  const blocks = await database()
    .selectDistinct({ start: documentBlocks.startsAt, end: documentBlocks.endsAt })
    .from(documentBlocks)
    .where(
      and(
        eq(documentBlocks.importId, id),
        lt(documentBlocks.startsAt, end),
        gt(documentBlocks.endsAt, start),
      ),
    )
    .orderBy(asc(documentBlocks.startsAt));
  return { text: found.text, blocks };
}
