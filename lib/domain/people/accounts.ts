import { z } from "zod";
import { keySchema } from "@/lib/domain/inputs";
import { longText } from "@/lib/domain/texts";

/** Where a person's reminders go by mail; empty keeps them in the app. */
export const updateEmailSchema = z.strictObject({
  key: keySchema,
  email: longText(200)
    .trim()
    .pipe(z.union([z.literal(""), z.email("email")], "email")),
});
export type UpdateEmailInput = z.infer<typeof updateEmailSchema>;
