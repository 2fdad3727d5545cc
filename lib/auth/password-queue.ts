import { availableParallelism } from "node:os";
import pLimit from "p-limit";
import { hashPassword, isPassword } from "@/db/password";

/** Looking at a password takes a core for 24 ms and 19 MB: half of the machine at most, and a second's worth may wait. */
const atOnce = Math.max(1, Math.floor(availableParallelism() / 2));
const mostWaiting = 40;

const lanes = { strange: pLimit(atOnce), known: pLimit(1) };

/**
 * Whether a password is the one that was hashed, in its turn; null where too many wait already. Devices that an account
 * knows have a lane of their own, which no crowd of strangers fills.
 */
export async function checkPassword(
  password: string,
  hash: string,
  lane: keyof typeof lanes,
): Promise<boolean | null> {
  if (lanes[lane].pendingCount >= mostWaiting) return null;
  return lanes[lane](() => isPassword(password, hash));
}

/** The hash to store for a password, in its turn; null where too many wait already. */
export async function hashInTurn(
  password: string,
  lane: keyof typeof lanes,
): Promise<string | null> {
  if (lanes[lane].pendingCount >= mostWaiting) return null;
  return lanes[lane](() => hashPassword(password));
}
