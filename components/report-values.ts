import { z } from "zod";
import { type ReportContent, reportContentSchema } from "@/lib/domain/inputs";
import type { Period } from "@/lib/domain/periods";
import { type SubmissionKind, submissionKinds } from "@/lib/domain/submissions";

/** What the form holds: the period is chosen by its first day. */
export const reportValuesSchema = reportContentSchema
  .omit({ periodEnd: true })
  .extend({ kind: z.enum(submissionKinds) });
export type ReportValues = z.infer<typeof reportValuesSchema>;

export type Draft = { kind: SubmissionKind; content: ReportContent };

/** The draft in the form, or an empty one for the newest period. */
export function valuesOf(draft: Draft | null, periods: Period[]): ReportValues {
  const { progress = "", problems = "", nextSteps = "", percent = null } = draft?.content ?? {};
  const periodStart = draft?.content.periodStart ?? periods[0]?.start ?? "";
  return { kind: draft?.kind ?? "progress", progress, problems, nextSteps, percent, periodStart };
}

/** The periods on offer, and the draft's own where it has since run out: the person decides, not the form. */
export function periodChoices(offered: Period[], draft: Draft | null): Period[] {
  if (!draft || offered.some(({ start }) => start === draft.content.periodStart)) return offered;
  return [...offered, { start: draft.content.periodStart, end: draft.content.periodEnd }];
}

/** The form's values as the server takes them. */
export function draftOf({ kind, ...values }: ReportValues, periods: Period[]): Draft {
  const period = periods.find(({ start }) => start === values.periodStart);
  return { kind, content: { ...values, periodEnd: period?.end ?? values.periodStart } };
}

/** What is worth saving by itself: not a blank form, and never a text lost for a percentage half typed. */
export function savableDraft(values: ReportValues, periods: Period[]): Draft | null {
  const { progress, problems, nextSteps, percent } = values;
  if (`${progress}${problems}${nextSteps}`.trim() === "") return null;
  const isWhole = Number.isInteger(percent) && Number(percent) >= 0 && Number(percent) <= 100;
  return draftOf({ ...values, percent: isWhole ? percent : null }, periods);
}
