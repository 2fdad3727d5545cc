import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import { contentSchemas } from "@/lib/domain/submissions/contents";
import { decisions } from "@/lib/domain/submissions/submissions";
import { planSettingsSchema } from "./plans";
import { disclosureGrounds, disclosures } from "./releases";
import { filledText, longText, textLimits } from "./texts";

/** The same schema checks a form in the browser and the action on the server. Messages are keys under `validation`. */
export const codeSchema = z.string().regex(/^[A-Z]{2,8}-[A-Z]?\d{1,3}(\.\d{1,3}){0,3}$/, "code");
export const idSchema = z.uuid("id");
/** One press of a button, however often it arrives: see db/mutations/transaction.ts. */
export const keySchema = z.uuid("id");
export const versionSchema = z.number().int().nonnegative();
const [code, id, key, version] = [codeSchema, idSchema, keySchema, versionSchema];

const draftOf = <Kind extends keyof typeof contentSchemas>(kind: Kind) =>
  z.strictObject({
    kind: z.literal(kind),
    code,
    version: version.nullable(),
    content: contentSchemas[kind].draft,
  });
export const saveDraftSchema = z.discriminatedUnion("kind", [
  draftOf("progress"),
  draftOf("completion"),
  draftOf("contribution"),
  draftOf("extension"),
  draftOf("adjustment"),
  draftOf("objection"),
  draftOf("answer"),
]);
export type SaveDraftInput = z.infer<typeof saveDraftSchema>;

const sentOf = <Kind extends keyof typeof contentSchemas>(kind: Kind) =>
  draftOf(kind).extend({ key, content: contentSchemas[kind].sent });
export const submitSchema = z.discriminatedUnion("kind", [
  sentOf("progress"),
  sentOf("completion"),
  sentOf("contribution"),
  sentOf("extension"),
  sentOf("adjustment"),
  sentOf("objection"),
  sentOf("answer"),
]);
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

export const releaseSchema = z.strictObject({
  key,
  submissionId: id,
  disclosure: z.enum(disclosures, "disclosure_required"),
  ground: z.enum(disclosureGrounds).nullable(),
  /** What the checker went by (依据), kept inside. */
  basis: filledText(textLimits.reason, "basis_required"),
});
export type ReleaseInput = z.infer<typeof releaseSchema>;
/** A ground is named exactly where something is withheld. */
export const groundNamed = [
  ({ disclosure, ground }: Pick<ReleaseInput, "disclosure" | "ground">) =>
    (disclosure === "withheld") === (ground !== null),
  { path: ["ground"], error: "ground_required" },
] satisfies Parameters<typeof releaseSchema.refine>;
export const wholeReleaseSchema = releaseSchema.refine(...groundNamed);

export const unpublishSchema = z.strictObject({
  key,
  submissionId: id,
  /** Said in public. */
  reason: filledText(textLimits.reason, "reason_required"),
});
export type UnpublishInput = z.infer<typeof unpublishSchema>;

export const taskAtVersionSchema = z.strictObject({ key, code, version });
export type TaskAtVersion = z.infer<typeof taskAtVersionSchema>;

export const assignSchema = z.strictObject({
  key,
  code,
  version,
  leadId: id.nullable(),
  cooperatingIds: z.array(id).max(60),
  dueOn: daySchema.nullable(),
  cycle: z.enum(reportingCycles),
  /** The day of the month by which a monthly report is due; null counts working days of grace. */
  reportDay: z.number().int().min(1).max(28).nullable(),
});
export type AssignInput = z.infer<typeof assignSchema>;

export const splitSchema = z.strictObject({
  key,
  code,
  version,
  title: filledText(textLimits.title, "title_required"),
  scope: longText(textLimits.scope),
  leadId: id.nullable(),
  dueOn: daySchema.nullable(),
  cycle: z.enum(reportingCycles),
});
export type SplitInput = z.infer<typeof splitSchema>;

export const strikeOffSchema = taskAtVersionSchema.extend({
  /** How it was verified (核查情况). */
  note: filledText(textLimits.reason, "note_required"),
});
export type StrikeOffInput = z.infer<typeof strikeOffSchema>;

export const reopenSchema = taskAtVersionSchema.extend({
  reason: filledText(textLimits.reason, "reason_required"),
  dueOn: daySchema.nullable(),
});
export type ReopenInput = z.infer<typeof reopenSchema>;

export const chaseSchema = z.strictObject({
  key,
  code,
  message: filledText(textLimits.message, "message_required"),
});
export type ChaseInput = z.infer<typeof chaseSchema>;

export const answerChaseSchema = z.strictObject({
  key,
  chaseId: id,
  answer: filledText(textLimits.message, "answer_required"),
});
export type AnswerChaseInput = z.infer<typeof answerChaseSchema>;

export const acknowledgeSchema = z.strictObject({
  key,
  escalationId: id,
  note: filledText(textLimits.message, "note_required"),
});
export type AcknowledgeInput = z.infer<typeof acknowledgeSchema>;

export const commentSchema = z.strictObject({
  key,
  code,
  body: filledText(textLimits.message, "comment_required"),
  mentionedIds: z.array(id).max(20),
});
export type CommentInput = z.infer<typeof commentSchema>;

export const delegationSchema = z.strictObject({
  key,
  principalId: id,
  deputyId: id,
  startsOn: daySchema,
  endsOn: daySchema,
  reason: filledText(textLimits.reason, "reason_required"),
});
export type DelegationInput = z.infer<typeof delegationSchema>;

export const endDelegationSchema = z.strictObject({ key, delegationId: id });
export type EndDelegationInput = z.infer<typeof endDelegationSchema>;

export const configurePlanSchema = z.strictObject({
  key,
  slug: z.string().max(40),
  version,
  settings: planSettingsSchema,
});
export type ConfigurePlanInput = z.infer<typeof configurePlanSchema>;

/** How far the demo's clock may be moved on at once, in days. */
export const clockStrides = [1, 7, 30] as const;
export const advanceClockSchema = z.strictObject({ key, days: z.literal(clockStrides) });
export type AdvanceClockInput = z.infer<typeof advanceClockSchema>;

export const signInSchema = z.strictObject({
  username: longText(64).trim().min(1, "username_required"),
  password: z.string().min(1, "password_required").max(200, "too_long"),
});
export type SignInInput = z.infer<typeof signInSchema>;
