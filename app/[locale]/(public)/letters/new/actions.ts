"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type LetterProblem, takeLetter } from "@/lib/letters/take-letter";
import { localePath, toLocale } from "@/messages/locales";

/** Also a plain form's: without a script the page comes back with what was typed. */
export async function send(before: LetterProblem, form: FormData): Promise<LetterProblem> {
  const taken = await takeLetter(form, await headers());
  if ("problem" in taken) return { ...taken.problem, attempt: before.attempt + 1 };
  const locale = toLocale(form.get("locale"));
  redirect(localePath(locale, `/letters/${taken.receipt}?new=1`));
}
