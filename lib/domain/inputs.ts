import { z } from "zod";
import { daySchema } from "./days";
import { reportingCycles } from "./periods";
import { decisions, submissionKinds } from "./submissions";

/** The same schema checks a form in the browser and the action on the server. Messages are keys under `validation`. */
const code = z.string().regex(/^[A-Z]{2,8}-[A-Z]?\d{1,3}(\.\d{1,3})?$/, "code");
const id = z.uuid("id");
/** One press of a button, however often it arrives: see db/mutations/transaction.ts. */
const key = z.uuid("id");
const version = z.number().int().nonnegative();

/** PostgreSQL stores no NUL and no half of a surrogate pair: a pasted one is dropped, so that nobody loses a text to it. */
const storable = (text: string) => text.replaceAll("\0", "").replace(/\p{Cs}/gu, "");

const longText = (max: number) => z.string().overwrite(storable).max(max, "too_long");
export const textLimits = {
  progress: 5000,
  problems: 3000,
  nextSteps: 3000,
  reason: 1000,
} as const;

const percent = z.number("percent").int("percent").min(0, "percent").max(100, "percent").nullable();

/** A draft may be as unfinished as it is; only size and shape are checked. */
export const draftContentSchema = z.strictObject({
  progress: longText(textLimits.progress),
  problems: longText(textLimits.problems),
  nextSteps: longText(textLimits.nextSteps),
  percent,
  periodStart: daySchema,
  periodEnd: daySchema,
});
/** 进展情况 / 存在问题 / 下一步工作打算, percentage and reporting period. */
export type ReportContent = z.infer<typeof draftContentSchema>;

export const reportContentSchema = draftContentSchema.extend({
  progress: longText(textLimits.progress).trim().min(1, "progress_required"),
  nextSteps: longText(textLimits.nextSteps).trim().min(1, "next_steps_required"),
});

export const saveDraftSchema = z.strictObject({
  code,
  kind: z.enum(submissionKinds),
  version: version.nullable(),
  content: draftContentSchema,
});
export type SaveDraftInput = z.infer<typeof saveDraftSchema>;

export const submitSchema = saveDraftSchema.extend({ key, content: reportContentSchema });
export type SubmitInput = z.infer<typeof submitSchema>;

export const submissionAtVersionSchema = z.strictObject({ key, submissionId: id, version });
export type SubmissionAtVersion = z.infer<typeof submissionAtVersionSchema>;

export const decisionSchema = z.strictObject({
  key,
  submissionId: id,
  revisionId: id,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  version,
  decision: z.enum(decisions),
  reason: longText(textLimits.reason),
});
export type DecisionInput = z.infer<typeof decisionSchema>;

export const receiveSchema = z.strictObject({ key, code, version });
export type ReceiveInput = z.infer<typeof receiveSchema>;

export const assignSchema = z.strictObject({
  key,
  code,
  version,
  leadId: id.nullable(),
  cooperatingIds: z.array(id).max(60),
  dueOn: daySchema.nullable(),
  cycle: z.enum(reportingCycles),
});
export type AssignInput = z.infer<typeof assignSchema>;

export const signInSchema = z.strictObject({
  username: z.string().overwrite(storable).trim().min(1, "username_required").max(64, "too_long"),
  password: z.string().min(1, "password_required").max(200, "too_long"),
});
export type SignInInput = z.infer<typeof signInSchema>;
