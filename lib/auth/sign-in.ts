import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { recordRefusedSignIn, startSession } from "@/db/mutations/people/sessions";
import { accountByUsername } from "@/db/queries/people/people";
import { currentTime, steadyTime } from "@/lib/clock";
import { deviceOf } from "@/lib/domain/people/devices";
import { signInSchema } from "@/lib/domain/people/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused } from "@/lib/domain/refusals";
import { env } from "@/lib/env";
import { hashOf } from "./known-device";
import { attemptFrom, type Pause, tryPassword } from "./password-attempts";

type Browser = Actor["request"] & {
  /** The name that the browser keeps since it has signed in (`deviceToken`). */
  device?: string | null;
  /** What the browser says it is. */
  userAgent?: string | null;
};
type Opened = { sessionId: string; device: string };
export type SignInRefusal =
  | "sign_in_failed"
  | "sign_in_locked"
  | "sign_in_busy"
  | "sign_ins_too_many";

/**
 * Opens a session for the right password and returns its id, with the name that the browser is known by from now on.
 * Unknown names, wrong passwords and locks of either cost the same work and get the same answers. `pause` waits out the
 * delay of an account that is being guessed at.
 */
export async function signIn(
  input: unknown,
  { device = null, userAgent = null, ...request }: Browser,
  pause: Pause = sleep,
): Promise<Opened | { refusal: SignInRefusal }> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) return { refusal: "sign_in_failed" };
  const username = parsed.data.username.toLowerCase();
  const account = await enabledAccount(username);
  const attempt = await attemptFrom(username, { ip: request.ip, device });

  const tried = await tryPassword(attempt, parsed.data.password, account?.passwordHash, pause);
  if (tried.outcome === "locked") return { refusal: "sign_in_locked" };
  if (tried.outcome === "busy") return { refusal: "sign_in_busy" };
  if (tried.outcome === "wrong") {
    const { locks: locked, failures } = tried;
    await recordRefusedSignIn(request, { account, locked, failures }, await currentTime());
    return { refusal: locked ? "sign_in_locked" : "sign_in_failed" };
  }
  if (!account) throw new Error("No password is right where there is no account");
  const { passwordHash, mustChangePassword: _, username: __, ...person } = account;
  return open({ ...person, standsInFor: [], request }, { device, userAgent });
}

async function open(
  actor: Actor,
  { device: known, userAgent }: { device: string | null; userAgent: string | null },
): ReturnType<typeof signIn> {
  const device = known ?? randomBytes(32).toString("base64url");
  const sessionId = randomUUID();
  try {
    const browser = { deviceHash: hashOf(device), device: deviceOf(userAgent) };
    const opened = { id: sessionId, ...browser, begins: steadyTime() };
    await startSession(actor, opened, await currentTime());
  } catch (error) {
    if (error instanceof Refused) return { refusal: "sign_ins_too_many" };
    throw error;
  }
  return { sessionId, device };
}

/** Demo accounts have a password that the sign-in page shows: outside the demo they are nobody's. */
async function enabledAccount(username: string) {
  const account = await accountByUsername(username);
  return account && (!account.isDemo || env().DEMO === "on") ? account : undefined;
}
