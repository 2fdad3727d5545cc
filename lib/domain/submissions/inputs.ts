import { z } from "zod";
import { acceptsGaps, codeSchema, idSchema, keySchema, versionSchema } from "@/lib/domain/inputs";
import { longText, textLimits } from "@/lib/domain/texts";
import { contentSchemas } from "./contents";
import { decisions } from "./submissions";

const draftOf = <Kind extends keyof typeof contentSchemas>(kind: Kind) =>
  z.strictObject({
    kind: z.literal(kind),
    code: codeSchema,
    version: versionSchema.nullable(),
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
  draftOf(kind).extend({ key: keySchema, acceptsGaps, content: contentSchemas[kind].sent });
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

export const submissionAtVersionSchema = z.strictObject({
  key: keySchema,
  submissionId: idSchema,
  version: versionSchema,
});
export type SubmissionAtVersion = z.infer<typeof submissionAtVersionSchema>;

export const decisionSchema = z.strictObject({
  key: keySchema,
  submissionId: idSchema,
  revisionId: idSchema,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  version: versionSchema,
  decision: z.enum(decisions),
  reason: longText(textLimits.reason),
  /** The last approver of a 办结 has seen by its evidence that the work was done on the day it states, before it was sent. */
  confirmsCompletedOn: z.boolean().optional(),
});
export type DecisionInput = z.infer<typeof decisionSchema>;
