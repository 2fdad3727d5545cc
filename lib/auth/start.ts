import { forgetFailures } from "@/db/mutations/people/sign-in-limits";
import { redeemStartLink, returnStartTry, spendStartTry } from "@/db/mutations/people/start-links";
import { startLinkByCode } from "@/db/queries/people/start-links";
import { startCodeHash } from "@/db/start-code";
import { passwordRefusal } from "@/lib/domain/people/passwords";
import type { Actor } from "@/lib/domain/people/roles";
import {
  readStartCode,
  type StartAccount,
  type StartCodeInput,
  type StartInput,
  startLinkRefusal,
} from "@/lib/domain/people/start-links";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { newHash } from "./own-password";

type Request = Actor["request"];

/**
 * Whose password a code lets somebody choose. Looking uses nothing up; a code that is none counts against its address. Refuses one
 * with a sign misread (`start_code_mistyped`), one that nobody was given, and one that is used, replaced or too old.
 */
export async function lookAtStart(
  request: Request,
  { code }: StartCodeInput,
  now: Date,
): Promise<StartAccount> {
  return (await openLink(request, code, now)).account;
}

/** Sets the password that a code's person has chosen; refuses what breaks the rules and the last five. They sign in next. */
export async function start(
  request: Request,
  { code, password }: StartInput,
  now: Date,
): Promise<{ username: string }> {
  const { codeHash, passwords } = await openLink(request, code, now);
  insist(passwordRefusal(password, passwords.username));
  const passwordHash = await newHash(passwords, password);
  const choice = { codeHash, passwordHash, presentHash: passwords.present };
  const started = await redeemStartLink(choice, request, now);
  await forgetFailures(started.username, request.ip);
  return started;
}

async function openLink({ ip }: Request, typed: string, now: Date) {
  const code = readStartCode(typed);
  if (!code) throw new Refused(refuse("start_code_mistyped", { field: "code" }));
  await spendStartTry(ip);
  const codeHash = startCodeHash(code);
  const link = await startLinkByCode(codeHash);
  if (!link) throw new Refused(refuse("start_code_unknown", { field: "code" }));
  await returnStartTry(ip);
  insist(startLinkRefusal(link, now));
  return { codeHash, ...link };
}
