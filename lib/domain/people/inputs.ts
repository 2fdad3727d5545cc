import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { idSchema, keySchema } from "@/lib/domain/inputs";
import { filledText, longText, textLimits } from "@/lib/domain/texts";

export const delegationSchema = z.strictObject({
  key: keySchema,
  principalId: idSchema,
  deputyId: idSchema,
  startsOn: daySchema,
  endsOn: daySchema,
  reason: filledText(textLimits.reason, "reason_required"),
});
export type DelegationInput = z.infer<typeof delegationSchema>;

export const endDelegationSchema = z.strictObject({ key: keySchema, delegationId: idSchema });
export type EndDelegationInput = z.infer<typeof endDelegationSchema>;

export const signInSchema = z.strictObject({
  username: longText(64).trim().min(1, "username_required"),
  password: z.string().min(1, "password_required").max(200, "too_long"),
});
export type SignInInput = z.infer<typeof signInSchema>;

/** One of one's own sessions. */
export const endSessionSchema = z.strictObject({ key: keySchema, sessionId: idSchema });
export type EndSessionInput = z.infer<typeof endSessionSchema>;

export const endOtherSessionsSchema = z.strictObject({ key: keySchema });
export type EndOtherSessionsInput = z.infer<typeof endOtherSessionsSchema>;
