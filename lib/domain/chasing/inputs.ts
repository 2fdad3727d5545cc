import { z } from "zod";
import { codeSchema, idSchema, keySchema } from "@/lib/domain/inputs";
import { filledText, textLimits } from "@/lib/domain/texts";

export const chaseSchema = z.strictObject({
  key: keySchema,
  code: codeSchema,
  message: filledText(textLimits.message, "message_required"),
});
export type ChaseInput = z.infer<typeof chaseSchema>;

export const answerChaseSchema = z.strictObject({
  key: keySchema,
  chaseId: idSchema,
  answer: filledText(textLimits.message, "answer_required"),
});
export type AnswerChaseInput = z.infer<typeof answerChaseSchema>;

export const acknowledgeSchema = z.strictObject({
  key: keySchema,
  escalationId: idSchema,
  note: filledText(textLimits.message, "note_required"),
});
export type AcknowledgeInput = z.infer<typeof acknowledgeSchema>;
