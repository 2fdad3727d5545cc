import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import type { SubmissionKind } from "@/lib/domain/kinds";
import { filledText, longText, textLimits } from "@/lib/domain/texts";

// What each kind of submission says. A draft may be as unfinished as it is; what is sent must be whole.

const percent = z.number("percent").int("percent").min(0, "percent").max(100, "percent").nullable();
const id = z.uuid("id");
const reason = longText(textLimits.reason);
const filledReason = filledText(textLimits.reason, "reason_required");

/**
 * 进展情况 / 存在问题 / 下一步工作打算. With `noNews` (本期无新进展) `progress` holds the reason; `completedOn` is the day on which the
 * unit says that the work was done, of a 办结 only.
 */
const reportDraft = z.strictObject({
  progress: longText(textLimits.progress),
  problems: longText(textLimits.problems),
  nextSteps: longText(textLimits.nextSteps),
  percent,
  periodStart: daySchema,
  periodEnd: daySchema,
  noNews: z.boolean(),
  completedOn: daySchema.nullish(),
});
export type ReportContent = z.infer<typeof reportDraft>;

const report = reportDraft
  .extend({ progress: filledText(textLimits.progress, "progress_required") })
  .refine(({ noNews, nextSteps }) => noNews || nextSteps.trim() !== "", {
    path: ["nextSteps"],
    error: "next_steps_required",
  });

const extensionDraft = z.strictObject({
  newDueOn: daySchema.nullable(),
  reason,
  progress: longText(textLimits.progress),
});
export type ExtensionContent = z.infer<typeof extensionDraft>;

const extension = extensionDraft.extend({
  newDueOn: daySchema.nullable().refine((day) => day !== null, "date_required"),
  reason: filledReason,
  progress: filledText(textLimits.progress, "progress_required"),
});

/** 变更牵头单位、调整工作内容、挂起、恢复办理、撤销立项、免予办理 */
export const adjustmentChanges = [
  "lead",
  "scope",
  "suspend",
  "resume",
  "cancel",
  "exempt",
] as const;
export type AdjustmentChange = (typeof adjustmentChanges)[number];

const adjustmentDraft = z.strictObject({
  change: z.enum(adjustmentChanges),
  reason,
  /** The unit asked for, when the lead is to change. */
  leadId: id.nullable(),
  /** What the task is to cover, when its scope is to change. */
  scope: longText(textLimits.scope),
});
export type AdjustmentContent = z.infer<typeof adjustmentDraft>;

const adjustment = adjustmentDraft.extend({ reason: filledReason });

const objectionDraft = z.strictObject({ reason, suggestedLeadId: id.nullable() });
export type ObjectionContent = z.infer<typeof objectionDraft>;

const objection = objectionDraft.extend({ reason: filledReason });

/** To one letter: 来信摘要 as it will be public, in the unit's words, and the 答复; `corrected`: something was mended. */
const answerDraft = z.strictObject({
  letterId: id,
  question: longText(textLimits.question),
  answer: longText(textLimits.answer),
  corrected: z.boolean(),
});
export type AnswerContent = z.infer<typeof answerDraft>;

const answer = answerDraft.extend({
  question: filledText(textLimits.question, "question_required"),
  answer: filledText(textLimits.answer, "answer_required"),
});

export type ContentOf = {
  progress: ReportContent;
  completion: ReportContent;
  contribution: ReportContent;
  extension: ExtensionContent;
  adjustment: AdjustmentContent;
  objection: ObjectionContent;
  answer: AnswerContent;
};
export type SubmissionContent = ContentOf[SubmissionKind];

type ContentSchemas = {
  [Kind in SubmissionKind]: {
    draft: z.ZodType<ContentOf[Kind], ContentOf[Kind]>;
    sent: z.ZodType<ContentOf[Kind], ContentOf[Kind]>;
  };
};

/** The schemas of each kind's content: the form, the action and the mutation all ask these. */
export const contentSchemas: ContentSchemas = {
  progress: { draft: reportDraft, sent: report },
  completion: { draft: reportDraft, sent: report },
  contribution: { draft: reportDraft, sent: report },
  extension: { draft: extensionDraft, sent: extension },
  adjustment: { draft: adjustmentDraft, sent: adjustment },
  objection: { draft: objectionDraft, sent: objection },
  answer: { draft: answerDraft, sent: answer },
};

/** A kind with its content: switching on `kind` tells what the content is. */
export type TypedContent = {
  [Kind in SubmissionKind]: { kind: Kind; content: ContentOf[Kind] };
}[SubmissionKind];

/** The units that a content names by id: whoever shows it asks for their names. */
export function unitsNamedIn(written: TypedContent | undefined): string[] {
  if (written?.kind === "objection") return idsOf(written.content.suggestedLeadId);
  return written?.kind === "adjustment" ? idsOf(written.content.leadId) : [];
}

function idsOf(id: string | null): string[] {
  return id === null ? [] : [id];
}
