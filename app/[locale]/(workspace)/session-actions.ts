"use server";
import { headers } from "next/headers";
import { isSameOrigin } from "@/lib/auth/request";
import { currentHolder, type SessionLeft, sessionLeft } from "@/lib/auth/session";

/** How long the session lasts unless it is used; null once it has ended. */
export async function askLeft(): Promise<SessionLeft | null> {
  return sessionLeft();
}

/** Uses the session, so that its idle time begins anew. */
export async function stayOn(): Promise<SessionLeft | null> {
  if (isSameOrigin(await headers())) await currentHolder();
  return sessionLeft();
}
