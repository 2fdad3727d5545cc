"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type LetterProblem, takeLetter } from "@/lib/letters/take-letter";
import { localePath, toLocale } from "@/messages/locales";

/**
 * Also a plain form's: without a script the page comes back with what was typed. Anybody may send anything here, so what
 * is no form is an empty one.
 */
export async function send(before: LetterProblem, sent: FormData): Promise<LetterProblem> {
  const form = sent instanceof FormData ? sent : new FormData();
  const taken = await takeLetter(form, await headers());
  if ("problem" in taken) return { ...taken.problem, attempt: (Number(before?.attempt) || 0) + 1 };
  const locale = toLocale(form.get("locale"));
  redirect(localePath(locale, `/letters/${taken.receipt}?new=1`));
}
