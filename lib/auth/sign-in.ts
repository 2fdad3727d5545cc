import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { recordRefusedSignIn, startSession } from "@/db/mutations/people/sessions";
import {
  countSignInAttempt,
  forgiveSignIn,
  lockSignIn,
  type SignInAttempt,
  takeBack,
} from "@/db/mutations/people/sign-in-limits";
import { hashPassword } from "@/db/password";
import { accountByUsername, knowsDevice } from "@/db/queries/people/people";
import { currentTime, steadyTime } from "@/lib/clock";
import { signInSchema } from "@/lib/domain/people/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { signInDelayMs } from "@/lib/domain/people/sign-in-rules";
import { Refused } from "@/lib/domain/refusals";
import { env } from "@/lib/env";
import { hashOf } from "./known-device";
import { checkPassword } from "./password-queue";

let decoy: Promise<string> | undefined;

type Browser = Actor["request"] & {
  /** The name that the browser keeps since it has signed in (`deviceToken`). */
  device?: string | null;
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
  { device = null, ...request }: Browser,
  pause: (ms: number) => Promise<unknown> = sleep,
): Promise<Opened | { refusal: SignInRefusal }> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) return { refusal: "sign_in_failed" };
  const username = parsed.data.username.toLowerCase();
  const deviceHash = device && hashOf(device);
  const isKnown = deviceHash !== null && (await knowsDevice(username, deviceHash));
  const attempt = { username, address: request.ip, device: isKnown ? deviceHash : null };

  const { state, failures } = await countSignInAttempt(attempt);
  if (state === "locked") return { refusal: "sign_in_locked" };
  if (state === "busy") return { refusal: "sign_in_busy" };
  await pause(signInDelayMs(failures));

  const account = await enabledAccount(username);
  const matches = await matchesPassword(attempt, parsed.data.password, account?.passwordHash);
  if (matches === null) return { refusal: "sign_in_busy" };
  if (!account || !matches) {
    const locked = state === "last";
    if (locked) await lockSignIn(attempt);
    const failure = { username: account && username, locked, failures: failures + 1 };
    await recordRefusedSignIn(request, failure, await currentTime());
    return { refusal: locked ? "sign_in_locked" : "sign_in_failed" };
  }
  const { passwordHash, username: _, ...person } = account;
  await forgiveSignIn(attempt);
  return open({ ...person, standsInFor: [], request }, device);
}

async function open(actor: Actor, known: string | null): ReturnType<typeof signIn> {
  const device = known ?? randomBytes(32).toString("base64url");
  const sessionId = randomUUID();
  try {
    const opened = { id: sessionId, deviceHash: hashOf(device), begins: steadyTime() };
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

/** Whether the password is right, after the same work where there is none; null, and not counted, where too many wait. */
async function matchesPassword(attempt: SignInAttempt, password: string, hash?: string) {
  decoy ??= hashPassword(randomUUID());
  const lane = attempt.device === null ? "strange" : "known";
  const matches = await checkPassword(password, hash ?? (await decoy), lane);
  if (matches === null) await takeBack(attempt);
  return matches;
}
