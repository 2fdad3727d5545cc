import type { NextRequest } from "next/server";
import { safeRedirect } from "@/lib/auth/safe-redirect";
import { answerForm } from "@/lib/imports/answer-form";
import { formActions, nothing } from "@/lib/imports/form-actions";

type Props = { params: Promise<{ id: string }> };

/** One press on a page of an import, from a form that works without a script: `act` says which. */
export async function POST(request: NextRequest, { params }: Props) {
  const { id } = await params;
  const form = await request.formData().catch(() => new FormData());
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const one = (name: string) => all(name)[0] ?? "";
  const act = one("act");
  const press = (Object.hasOwn(formActions, act) ? formActions[act] : undefined) ?? nothing;
  const result = await press({ id, one, all }, one("person"));
  const back = safeRedirect(one("back"), "/imports");
  return answerForm({ request, result, back, to: leadsTo(act, result, back) });
}

/** A draft that was made is what comes next; after everything else one is where one was. */
function leadsTo(act: string, result: { ok: boolean; answer?: unknown }, back: string): string {
  const id = (result.answer as { id?: string } | undefined)?.id;
  const isEnglish = back.startsWith("/en/");
  if (act === "file" && id) return `${isEnglish ? "/en" : ""}/registrations/${id}`;
  return act === "abandon" ? `${isEnglish ? "/en" : ""}/imports` : back;
}
