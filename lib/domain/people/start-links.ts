import { z } from "zod";
import { idSchema, keySchema } from "@/lib/domain/inputs";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { keptRefusal, type Reaching } from "./granting";
import { typedPassword } from "./passwords";
import { type Capacity, isAdminRole } from "./roles";

/** A code that nobody has used is good for so long: a week, as a letter with it may lie on a desk. */
export const startLinkDays = 7;

/** Capitals and digits without those that are taken for one another on paper: 0 and O, 1, I and L. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const base = BigInt(alphabet.length);
/** 31 signs to the 26th are more than 128 bits; the last two tell a sign that was misread, for 953 is a prime. */
const [signs, checkSigns, prime] = [26, 2, 953n];

/** The code (首次登录码) of 16 random bytes, in groups of four. */
export function startCode(bytes: Uint8Array): string {
  const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const plain = written(number, signs) + written(number % prime, checkSigns);
  return plain.replace(/(.{4})(?!$)/g, "$1-");
}

/** A code however it was typed, with or without dashes, in small letters; null when it is none, or a sign of it is wrong. */
export function readStartCode(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—]/g, "");
  if (plain.length !== signs + checkSigns || [...plain].some((sign) => !alphabet.includes(sign)))
    return null;
  const number = read(plain.slice(0, signs));
  const isWhole = read(plain.slice(signs)) === number % prime;
  return isWhole ? plain.replace(/(.{4})(?!$)/g, "$1-") : null;
}

function written(number: bigint, length: number): string {
  return Array.from({ length }, (_, i) => {
    const place = BigInt(length - 1 - i);
    return alphabet[Number((number / base ** place) % base)];
  }).join("");
}

function read(plain: string): bigint {
  return [...plain].reduce((sum, sign) => sum * base + BigInt(alphabet.indexOf(sign)), 0n);
}

type StartLink = { expiresAt: Date; usedAt: Date | null; endedAt: Date | null };

/** Why a code opens nothing, or null: used, replaced by a newer one, or too old. Each says whom to ask. */
export function startLinkRefusal({ expiresAt, usedAt, endedAt }: StartLink, now: Date) {
  const why = (code: Refusal["code"]) => refuse(code, { field: "code" });
  if (usedAt) return why("start_code_used");
  if (endedAt) return why("start_code_replaced");
  return expiresAt <= now ? why("start_code_expired") : null;
}

/** Whom an administrator gives a code to; `mails` it to the account's own address as well, but of an administrator's account. */
export const issueStartLinkSchema = z.strictObject({
  key: keySchema,
  userId: idSchema,
  mails: z.boolean(),
});
export type IssueStartLinkInput = z.infer<typeof issueStartLinkSchema>;

/**
 * Why this administrator may not give the account a code, or null. Whoever holds a code can take the account over, so those of
 * the three administrators, also while they wait for their role, come from the security administrator and no others do
 * (三员分立); nobody gives one to an account of their own, and those of the demo share their password.
 */
export function issueRefusal(
  actor: Capacity,
  account: (Reaching & { personId: string; isDemo: boolean }) | undefined,
): Refusal | null {
  const refusal = keptRefusal(actor, "start_link.issue", account);
  if (refusal || !account) return refusal ?? refuse("not_found");
  if (actor.personId === account.personId) return refuse("start_link_self");
  const isSecurity = actor.role === "security_admin";
  if (isAdminRole(account) && !isSecurity) return refuse("start_link_of_admin");
  if (!isAdminRole(account) && isSecurity) return refuse("not_allowed");
  return account.isDemo ? refuse("demo_password_fixed") : null;
}

/** A code as it was typed, and the password that it lets its person choose. */
export const startCodeSchema = z.strictObject({
  code: z.string().trim().min(1, "start_code_required").max(100, "too_long"),
});
export type StartCodeInput = z.infer<typeof startCodeSchema>;
export const startSchema = startCodeSchema.extend({ password: typedPassword("password_required") });
export type StartInput = z.infer<typeof startSchema>;

/** A code and what stands beside it on the sheet; `isMailed` when it is on its way to the account's address too. */
export type IssuedStartLink = { code: string; expiresAt: string; isMailed: boolean };

/** Whose password a code lets somebody choose, as they are shown before they do. */
export type StartAccount = { name: string; username: string; unit: string };
