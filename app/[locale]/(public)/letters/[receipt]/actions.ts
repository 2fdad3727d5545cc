"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type FollowUpProblem, takeFollowUp } from "@/lib/letters/take-follow-up";
import { localePath, toLocale } from "@/messages/locales";

type Problem = FollowUpProblem & { attempt: number };

/** Also a plain form's, as that of a letter: what is no form is an empty one. */
export async function followUp(before: Problem, sent: FormData): Promise<Problem> {
  const form = sent instanceof FormData ? sent : new FormData();
  const taken = await takeFollowUp(form, await headers());
  if ("problem" in taken) return { ...taken.problem, attempt: (Number(before?.attempt) || 0) + 1 };
  redirect(localePath(toLocale(form.get("locale")), `/letters/${taken.receipt}#follow-up`));
}
