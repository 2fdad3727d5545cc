import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { runOnce } from "@/db/mutations/transaction";
import { sheetTitle } from "@/db/queries/sheets/planned";
import { sheetUploads } from "@/db/schema/sheets";
import type { Actor } from "@/lib/domain/people/roles";
import { insist } from "@/lib/domain/refusals";
import { sheetRefusal, type UploadSheetInput } from "@/lib/domain/sheets/sheets";

/**
 * Keeps a spreadsheet until it is imported, in the place of the one that this person sent before. Nothing of the office
 * changes by it. Refuses who may not have the sheet, and a plan or draft that is not there.
 */
export function keepSheet(actor: Actor, input: UploadSheetInput, now: Date, bytes: Uint8Array) {
  return runOnce(actor, input, now, async (tx) => {
    const { kind, of, name, sha256 } = input;
    const id = randomUUID();
    insist(sheetRefusal(actor, kind));
    await sheetTitle(actor, input);
    const waits = and(eq(sheetUploads.uploadedById, actor.id), isNull(sheetUploads.importedAt));
    await tx.delete(sheetUploads).where(waits);
    await tx.insert(sheetUploads).values({
      ...{ id, kind, of, name, sha256, bytes, size: bytes.length },
      ...{ uploadedById: actor.id, uploadedAt: now },
    });
    return { id };
  });
}
