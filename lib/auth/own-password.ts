import { setTimeout as sleep } from "node:timers/promises";
import { changePassword, recordWrongPassword } from "@/db/mutations/people/passwords";
import { isAnswered, type KeptPasswords, ownPasswords } from "@/db/queries/people/passwords";
import { type ChangePasswordInput, passwordRefusal } from "@/lib/domain/people/passwords";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { hashOf } from "./known-device";
import { attemptFrom, type Pause, tryPassword } from "./password-attempts";
import { checkPassword, hashInTurn } from "./password-queue";

/** The session that asks, and the name that its browser keeps. */
type Place = { sessionId: string; device: string | null };

/**
 * Changes one's own password, for whoever knows the present one: a wrong one counts and locks as a failed sign-in does, so
 * that a stolen session finds nothing out. Refuses what breaks the rules, the last five passwords, and the demo's accounts.
 */
export async function changeOwnPassword(
  actor: Actor,
  { key, present, password }: ChangePasswordInput,
  { sessionId, device }: Place,
  now: Date,
  pause: Pause = sleep,
): Promise<{ isChanged: true }> {
  if (actor.isDemo) throw new Refused(refuse("demo_password_fixed"));
  const kept = await ownPasswords(actor);
  if (!kept) throw new Refused(refuse("session_expired"));
  if (await isAnswered(actor, key)) return repeated(kept, password);

  insist(passwordRefusal(password, kept.username));
  await insistPresent(actor, kept, { present, device, pause }, now);
  const passwordHash = await newHash(kept, password);
  const deviceHash = device && hashOf(device);
  const change = { key, passwordHash, presentHash: kept.present, sessionId, deviceHash };
  await changePassword(actor, change, now);
  return { isChanged: true };
}

/** The answer to a press was lost and it came again: done, if it is about the same password. */
async function repeated({ present }: KeptPasswords, password: string) {
  if (!(await inTurn(checkPassword(password, present, "known"))))
    throw new Refused(refuse("request_reused"));
  return { isChanged: true } as const;
}

async function insistPresent(
  actor: Actor,
  kept: KeptPasswords,
  { present, device, pause }: { present: string; device: string | null; pause: Pause },
  now: Date,
): Promise<void> {
  const attempt = await attemptFrom(kept.username, { ip: actor.request.ip, device });
  const tried = await tryPassword(attempt, present, kept.present, pause);
  if (tried.outcome === "right") return;
  if (tried.outcome !== "wrong")
    throw new Refused(refuse(tried.outcome === "locked" ? "sign_in_locked" : "sign_in_busy"));
  await recordWrongPassword(actor, tried.locks, now);
  const wrong = refuse("password_wrong", { field: "present" });
  throw new Refused(tried.locks ? refuse("sign_in_locked") : wrong);
}

/** The hash of a password that is none of the last few of its account; refuses one that is (`password_reused`). */
export async function newHash(
  { present, earlier }: KeptPasswords,
  password: string,
): Promise<string> {
  for (const hash of [present, ...earlier])
    if (await inTurn(checkPassword(password, hash, "known")))
      throw new Refused(refuse("password_reused", { field: "password" }));
  return inTurn(hashInTurn(password, "known"));
}

/** What waits for its turn, or a refusal where too many wait. */
async function inTurn<Result>(turn: Promise<Result | null>): Promise<Result> {
  const result = await turn;
  if (result === null) throw new Refused(refuse("sign_in_busy"));
  return result;
}
