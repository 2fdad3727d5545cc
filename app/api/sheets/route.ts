import { createHash } from "node:crypto";
import { keepSheet } from "@/db/mutations/sheets/uploads";
import { action } from "@/lib/actions/action";
import { seeOther } from "@/lib/actions/see-other";
import { refuse } from "@/lib/domain/refusals";
import { sheetLimits, uploadSheetSchema } from "@/lib/domain/sheets/sheets";
import { localePath, toLocale } from "@/messages/locales";

/** One spreadsheet from a plain form, kept for its preview: nothing is read of it before somebody may have it. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, 100) : "";
  };
  const file = form.get("file");
  const isFile = file instanceof File && file.size > 0 && file.size <= sheetLimits.bytes;
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const keep = action(
    { permission: "sheet.exchange", schema: uploadSheetSchema },
    (actor, input, now) => keepSheet(actor, input, now, bytes),
  );
  const result = await keep(
    {
      ...{ key: said("key"), kind: said("kind") as "units", of: said("of") },
      name: isFile ? file.name.slice(-200) : "-",
      sha256: createHash("sha256").update(bytes).digest("hex"),
    },
    said("person"),
  );
  const locale = toLocale(said("locale"));
  if (!result.ok)
    return seeOther(result.refusal, localePath(locale, `/sheets/${said("kind")}`), said("of"));
  if (!isFile)
    return seeOther(
      refuse("file_damaged"),
      localePath(locale, `/sheets/${said("kind")}`),
      said("of"),
    );
  return seeOther(null, localePath(locale, `/sheets/imports/${result.answer.id}`));
}
