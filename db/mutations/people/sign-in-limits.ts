import { limiterIn } from "@/db/mutations/budgets";
import { signInAttempts } from "@/db/schema/people";
import { budgetKey, isWithin } from "@/lib/domain/budgets";
import { signInLimits } from "@/lib/domain/people/sign-in-rules";

type Kind = "device" | "address" | "pair";

const limiter = (kind: Kind | "account" | "everybody") =>
  limiterIn(signInAttempts, kind, signInLimits.seconds);

/** Who tries: the name as it was typed, the address if it is known, and the device if the account knows it. */
export type SignInAttempt = { username: string; address: string | null; device: string | null };

/**
 * How an attempt is taken: `locked` and `busy` must not be looked at, the failure of a `last` one locks. `failures` are the
 * account's before it, from devices that it does not know.
 */
export type Taken = { state: "open" | "last" | "locked" | "busy"; failures: number };

const busy: Taken = { state: "busy", failures: 0 };

/**
 * Counts an attempt before its password is looked at, so that a hundred at once are a hundred. Unknown names are counted
 * as known ones are. Where an address is locked, or all have spent what there is, nothing more is written.
 */
export async function countSignInAttempt(attempt: SignInAttempt): Promise<Taken> {
  const { everybody } = signInLimits;
  const before = attempt.device === null ? await limiter("everybody").get("") : null;
  if ((before?.consumedPoints ?? 0) >= everybody.all) return busy;

  let isLast = false;
  let own: number | null = null;
  for (const [kind, key] of locksOf(attempt)) {
    const { consumedPoints } = await limiter(kind).penalty(key);
    if (consumedPoints > signInLimits[kind]) return { state: "locked", failures: 0 };
    isLast ||= consumedPoints === signInLimits[kind];
    if (kind === "address") own = consumedPoints;
  }
  const state = isLast ? "last" : "open";
  if (attempt.device !== null) return { state, failures: 0 };
  const { consumedPoints: all } = await limiter("everybody").penalty("");
  if (!isWithin(everybody, { own, all })) {
    await takeBack(attempt);
    return busy;
  }
  const account = await limiter("account").penalty(attempt.username);
  return { state, failures: account.consumedPoints - 1 };
}

/** Locks what has no attempt left, the pair, the address or the device, for 30 minutes from now. */
export async function lockSignIn(attempt: SignInAttempt): Promise<void> {
  for (const [kind, key] of locksOf(attempt)) {
    const spent = await limiter(kind).get(key);
    if (spent && spent.consumedPoints >= signInLimits[kind])
      await limiter(kind).block(key, signInLimits.seconds);
  }
}

/** A success forgets what failed before it, of this account here; the address keeps its own, and gets this one back. */
export async function forgiveSignIn(attempt: SignInAttempt): Promise<void> {
  for (const [kind, key] of locksOf(attempt))
    await (kind === "address" ? limiter(kind).reward(key) : limiter(kind).delete(key));
  if (attempt.device !== null) return;
  await limiter("everybody").reward("");
  await limiter("account").delete(attempt.username);
}

/** Forgets what failed of an account from here, and anywhere: its person has a new password. */
export async function forgetFailures(username: string, address: string | null): Promise<void> {
  for (const [kind, key] of locksOf({ username, address, device: null }))
    if (kind === "pair") await limiter(kind).delete(key);
  await limiter("account").delete(username);
}

/** Gives back an attempt whose password nobody has looked at. */
export async function takeBack(attempt: SignInAttempt): Promise<void> {
  for (const [kind, key] of locksOf(attempt)) await limiter(kind).reward(key);
  if (attempt.device !== null) return;
  await limiter("everybody").reward("");
}

/** What an attempt is counted under, the widest first. An address that is not known locks nobody but the pair. */
function locksOf({ username, address, device }: SignInAttempt): [Kind, string][] {
  if (device !== null) return [["device", `${username} ${device}`]];
  const place = address === null ? null : budgetKey(address);
  const pair: [Kind, string] = ["pair", `${username} ${place ?? "unknown"}`];
  return place === null ? [pair] : [["address", place], pair];
}
