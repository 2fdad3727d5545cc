import { randomUUID } from "node:crypto";
import type { setTimeout as sleep } from "node:timers/promises";
import {
  countSignInAttempt,
  forgiveSignIn,
  lockSignIn,
  type SignInAttempt,
  takeBack,
} from "@/db/mutations/people/sign-in-limits";
import { hashPassword } from "@/db/password";
import { knowsDevice } from "@/db/queries/people/people";
import { signInDelayMs } from "@/lib/domain/people/sign-in-rules";
import { hashOf } from "./known-device";
import { checkPassword } from "./password-queue";

// Whoever says a password, to sign in or to change it, is counted, locked, waited for and queued alike: what is asked of
// somebody who is in already must not be a way to guess.

let decoy: Promise<string> | undefined;

/** How the wait for an account that is being guessed at is passed. */
export type Pause = (ms: number) => ReturnType<typeof sleep> | Promise<unknown>;

/** What came of a password: `busy` was not looked at and not counted; `failures` are the account's, this one among them. */
export type Attempted =
  | { outcome: "right" | "locked" | "busy" }
  | { outcome: "wrong"; locks: boolean; failures: number };

/** An attempt under a name from a place; on the account's own lane where it knows the browser of this name. */
export async function attemptFrom(
  username: string,
  { ip, device }: { ip: string | null; device: string | null },
): Promise<SignInAttempt> {
  const deviceHash = device && hashOf(device);
  const isKnown = deviceHash !== null && (await knowsDevice(username, deviceHash));
  return { username, address: ip, device: isKnown ? deviceHash : null };
}

/** Tries a password against its hash, after the same work where there is none. */
export async function tryPassword(
  attempt: SignInAttempt,
  password: string,
  hash: string | undefined,
  pause: Pause,
): Promise<Attempted> {
  const { state, failures } = await countSignInAttempt(attempt);
  if (state === "locked" || state === "busy") return { outcome: state };
  await pause(signInDelayMs(failures));

  decoy ??= hashPassword(randomUUID());
  const lane = attempt.device === null ? "strange" : "known";
  const matches = await checkPassword(password, hash ?? (await decoy), lane);
  if (matches === null) {
    await takeBack(attempt);
    return { outcome: "busy" };
  }
  if (matches && hash !== undefined) {
    await forgiveSignIn(attempt);
    return { outcome: "right" };
  }
  const locks = state === "last";
  if (locks) await lockSignIn(attempt);
  return { outcome: "wrong", locks, failures: failures + 1 };
}
