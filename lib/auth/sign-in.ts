import { randomUUID } from "node:crypto";
import { countSignInAttempt, forgiveSignIn, lockSignIn } from "@/db/mutations/people/rate-limits";
import { recordRefusedSignIn, startSession } from "@/db/mutations/people/sessions";
import { hashPassword, isPassword } from "@/db/password";
import { accountByUsername } from "@/db/queries/people/people";
import { currentTime, steadyTime } from "@/lib/clock";
import { type SignInInput, signInSchema } from "@/lib/domain/people/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { env } from "@/lib/env";

let decoy: Promise<string> | undefined;

/**
 * Opens a session for the right password and returns its id. An unknown name costs the same time and gets the same
 * answer as a wrong password. Returns a refusal code otherwise.
 */
export async function signIn(
  input: unknown,
  request: Actor["request"],
): Promise<{ sessionId: string } | { refusal: "sign_in_failed" | "sign_in_locked" }> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) return { refusal: "sign_in_failed" };
  const { username, password } = { ...parsed.data, username: parsed.data.username.toLowerCase() };
  const now = await currentTime();
  const attempt = await countSignInAttempt(username, request.ip);
  const account = attempt === "locked" ? undefined : await matchingAccount({ username, password });
  if (!account) {
    const locked = attempt !== "open";
    if (attempt === "last") await lockSignIn(username, request.ip);
    // A lock is recorded once: who goes on knocking must not fill a history that nobody can empty.
    if (attempt !== "locked") await recordRefusedSignIn(request, username, locked, now);
    return { refusal: locked ? "sign_in_locked" : "sign_in_failed" };
  }
  const { passwordHash, username: _, ...person } = account;
  const sessionId = randomUUID();
  await forgiveSignIn(username, request.ip);
  await startSession({ ...person, standsInFor: [], request }, sessionId, steadyTime(), now);
  return { sessionId };
}

async function matchingAccount({ username, password }: SignInInput) {
  const account = await accountByUsername(username);
  decoy ??= hashPassword(randomUUID());
  const matches = await isPassword(password, account?.passwordHash ?? (await decoy));
  // Demo accounts have a password that the sign-in page shows: outside the demo they are nobody's.
  const allowed = account && (!account.isDemo || env().DEMO === "on");
  return matches && allowed ? account : undefined;
}
