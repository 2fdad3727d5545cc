import { z } from "zod";
import { keySchema } from "@/lib/domain/inputs";
import { type RefusalCode, refuse } from "@/lib/domain/refusals";

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
const [shortest, shortestPlain, longest] = [8, 12, 200];

/** So many passwords of an account, the present one among them, are not taken again (compliance.md D1-2). */
export const rememberedPasswords = 5;

/**
 * Why a password may not be given to an account, or null (GB/T 22239 8.1.4.1 a): 12 characters or more, or 8 of three of the
 * classes capitals, small letters, digits and others; not so long that nobody could sign in with it; and not around the
 * user name.
 */
export function passwordProblem(password: string, username: string) {
  const { length } = [...password];
  const used = classes.filter((each) => each.test(password)).length;
  const isLongEnough = length >= shortestPlain || (length >= shortest && used >= 3);
  if (!isLongEnough) return "password_short";
  if (password.length > longest) return "password_long";
  if (password.toLowerCase().includes(username.toLowerCase())) return "password_around_name";
  return null;
}

export function isAcceptablePassword(password: string, username: string): boolean {
  return passwordProblem(password, username) === null;
}

/** The same as a refusal of the field that it was typed in. */
export function passwordRefusal(password: string, username: string) {
  const problem: RefusalCode | null = passwordProblem(password, username);
  return problem && refuse(problem, { field: "password" });
}

/** A password as it is typed; `whenEmpty` is the message where it is missing. */
export const typedPassword = (whenEmpty: string) =>
  z.string().min(1, whenEmpty).max(longest, "too_long");

/** One's own password, changed by whoever knows the present one. */
export const changePasswordSchema = z.strictObject({
  key: keySchema,
  present: typedPassword("present_required"),
  password: typedPassword("password_required"),
});
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;

/** What a form asks of a new password while it is typed, for the account of this name. */
export function withNewPassword<Shape extends { password: string }>(
  schema: z.ZodType<Shape, Shape>,
  username: string,
) {
  return schema.superRefine(({ password }, { addIssue }) => {
    const problem = passwordProblem(password, username);
    if (password && problem) addIssue({ code: "custom", path: ["password"], message: problem });
  });
}
