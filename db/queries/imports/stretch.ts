import { and, asc, eq, gt, lt } from "drizzle-orm";
import { database } from "@/db/client";
import { documentBlocks, imports } from "@/db/schema/imports";
import type { Place } from "@/lib/domain/documents/quotes";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

/** The text of an import. For overseers; null for everybody else and while it is not read. */
export async function importText(actor: Actor, id: string): Promise<string | null> {
  if (!can(actor, "plan.draft")) return null;
  const [found] = await database()
    .select({ text: imports.text })
    .from(imports)
    .where(eq(imports.id, id));
  return found?.text ?? null;
}

/** Where the paragraphs of an import (rows of a table among them) stand that some places touch; for overseers. */
export async function paragraphsAround(actor: Actor, id: string, places: readonly Place[]) {
  if (!can(actor, "plan.draft") || places.length === 0) return [];
  const start = Math.min(...places.map((place) => place.start));
  const end = Math.max(...places.map((place) => place.end));
  return database()
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
}
