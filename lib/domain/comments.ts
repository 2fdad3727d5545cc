import { z } from "zod";
import { codeSchema, idSchema, keySchema } from "./inputs";
import { filledText, textLimits } from "./texts";

export const commentSchema = z.strictObject({
  key: keySchema,
  code: codeSchema,
  body: filledText(textLimits.message, "comment_required"),
  mentionedIds: z.array(idSchema).max(20),
});
export type CommentInput = z.infer<typeof commentSchema>;
