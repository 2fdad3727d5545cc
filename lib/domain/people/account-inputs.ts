import { z } from "zod";
import { acceptsGaps, idSchema, keySchema, versionSchema } from "@/lib/domain/inputs";
import { filledText, longText, textLimits } from "@/lib/domain/texts";
import { roles } from "./roles";

/** What one signs in with: small letters, digits and what stands between them. */
export const usernameSchema = longText(64)
  .trim()
  .toLowerCase()
  .min(1, "username_required")
  .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/, "username");

const unitId = z.uuid("unit_required");
const role = z.enum(roles, "role_required");
const post = longText(50).trim();

/** A number that somebody can be called at, or several; empty where there is none. */
export const phoneText = longText(100)
  .trim()
  .regex(/^[\d+()（）、,，;；\-－—\u8f6c ]*$/u, "phone");

/** What is kept of a person beside unit and role. Phone and mail are never public. */
const about = {
  name: filledText(30, "name_required"),
  post,
  email: longText(200)
    .trim()
    .pipe(z.union([z.literal(""), z.email("email")], "email")),
  phone: phoneText,
};

/** `role` is wished for: the security administrator grants it. */
export const createAccountSchema = z.strictObject({
  key: keySchema,
  ...about,
  username: usernameSchema,
  unitId,
  role,
});
export type CreateAccountInput = z.infer<typeof createAccountSchema>;

const seen = { key: keySchema, userId: idSchema, version: versionSchema };

export const editAccountSchema = z.strictObject({ ...seen, ...about });
export type EditAccountInput = z.infer<typeof editAccountSchema>;

export const disableAccountSchema = z.strictObject({
  acceptsGaps,
  ...seen,
  reason: filledText(textLimits.reason, "reason_required"),
});
export type DisableAccountInput = z.infer<typeof disableAccountSchema>;

export const enableAccountSchema = z.strictObject(seen);
export type EnableAccountInput = z.infer<typeof enableAccountSchema>;

export const liaisonSchema = z.strictObject({
  key: keySchema,
  userId: idSchema,
  unitId,
  isLiaison: z.boolean(),
});
export type LiaisonInput = z.infer<typeof liaisonSchema>;

/** Where a person goes (调动); `role` is wished for where it is another than now. */
export const newPostFields = { unitId, role, post };

/** A page of the account as somebody saw it. */
export const seenAccountFields = seen;

/** What somebody types to find a unit by. */
export const findUnitsSchema = z.strictObject({ words: longText(60).trim() });
export type FindUnitsInput = z.infer<typeof findUnitsSchema>;

/** A unit as it is offered to whoever looks for one. */
export type FoundUnit = { id: string; name: string };
