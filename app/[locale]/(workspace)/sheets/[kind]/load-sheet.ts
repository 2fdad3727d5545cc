import { notFound } from "next/navigation";
import { sheetTitle } from "@/db/queries/sheets/planned";
import { requirePermission } from "@/lib/auth/session";
import { Refused } from "@/lib/domain/refusals";
import { sheetKindSchema } from "@/lib/domain/sheets/sheets";

/** A sheet that this person may have, with what it is of: anything else is not there. */
export async function loadSheet(asked: string, of: string) {
  const kind = sheetKindSchema.safeParse(asked).data ?? notFound();
  const actor = await requirePermission("sheet.exchange");
  try {
    return { actor, place: { kind, of }, title: await sheetTitle(actor, { kind, of }) };
  } catch (error) {
    if (error instanceof Refused) notFound();
    throw error;
  }
}
