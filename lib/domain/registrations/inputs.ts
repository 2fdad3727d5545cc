import { z } from "zod";
import { idSchema, keySchema, slugSchema, versionSchema } from "@/lib/domain/inputs";
import { filledText, longText, textLimits } from "@/lib/domain/texts";
import { draftDocumentSchema, draftPlanSchema, taskEditSchema } from "./drafts";

/** A registration as somebody saw it. */
const seen = { key: keySchema, id: idSchema, version: versionSchema };

/** What the tasks rest on and the plan that they make; a supplement (补充立项) names its plan instead. */
const contents = {
  document: draftDocumentSchema,
  plan: draftPlanSchema.nullable(),
};
/** `document` is null where a supplement rests on the plan's own document. */
export const startRegistrationSchema = z.strictObject({
  key: keySchema,
  ...contents,
  document: draftDocumentSchema.nullable(),
  planSlug: slugSchema.nullable(),
});
export type StartRegistrationInput = z.infer<typeof startRegistrationSchema>;

export const saveRegistrationSchema = z.strictObject({ ...seen, ...contents });
export type SaveRegistrationInput = z.infer<typeof saveRegistrationSchema>;

export const editTasksSchema = z.strictObject({ ...seen, edit: taskEditSchema });
export type EditTasksInput = z.infer<typeof editTasksSchema>;

export const moveRegistrationSchema = z.strictObject(seen);
export type MoveRegistrationInput = z.infer<typeof moveRegistrationSchema>;

export const returnRegistrationSchema = z.strictObject({
  ...seen,
  reason: filledText(textLimits.reason, "reason_required"),
});
export type ReturnRegistrationInput = z.infer<typeof returnRegistrationSchema>;

export const movePlanSchema = z.strictObject({
  key: keySchema,
  slug: slugSchema,
  version: versionSchema,
  note: longText(textLimits.reason).trim(),
});
export type MovePlanInput = z.infer<typeof movePlanSchema>;

/** What is typed of a unit's name. */
export const findUnitsSchema = z.strictObject({ words: z.string().trim().min(2).max(50) });
