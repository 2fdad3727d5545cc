import { firstPassword } from "@/db/testing/new-account.fixture";
import { findHolder } from "./actor";
import { signIn } from "./sign-in";

export const request = { id: "test", ip: "10.1.0.1" };

/** Signs in and returns the session and whose it is; fails where it is refused. */
export async function enter(username: string, password = firstPassword) {
  const opened = await signIn({ username, password }, request);
  if ("refusal" in opened) throw new Error(opened.refusal);
  const holder = await findHolder(opened.sessionId, request);
  if (!holder) throw new Error("The session is not there");
  return { ...opened, ...holder };
}
