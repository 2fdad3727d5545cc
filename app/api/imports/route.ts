import { createHash } from "node:crypto";
import { startImport } from "@/db/mutations/imports/start";
import { action } from "@/lib/actions/action";
import { currentHolder } from "@/lib/auth/session";
import { startImportSchema } from "@/lib/domain/imports/inputs";
import { mayHold } from "@/lib/domain/people/permissions";
import { answerForm } from "@/lib/imports/answer-form";
import { localePath, toLocale } from "@/messages/locales";

/** A document from a plain form, as a file or pasted. Nothing is taken in from whoever may bring in none. */
export async function POST(request: Request) {
  const holder = await currentHolder();
  const form =
    holder && mayHold(holder.actor, "plan.draft")
      ? await request.formData().catch(() => new FormData())
      : new FormData();
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const file = form.get("file");
  // A browser sends a field without a file as one that has no name.
  const isFile = file instanceof File && file.name !== "";
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : null;
  const start = action(
    { permission: "plan.draft", schema: startImportSchema },
    (actor, input, now) => startImport(actor, input, now, bytes),
  );
  const result = await start(
    {
      key: said("key"),
      name: isFile ? file.name.slice(-200) : "",
      sha256: bytes ? createHash("sha256").update(bytes).digest("hex") : null,
      text: isFile ? null : said("text"),
      editionOf: said("editionOf") || null,
    },
    said("person"),
  );
  const locale = toLocale(said("locale"));
  const back = localePath(locale, "/imports");
  const to = result.ok ? localePath(locale, `/imports/${result.answer.id}`) : back;
  return answerForm({ request, result, to, back });
}
