import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { isHttps } from "@/lib/env";

// A browser that has signed in keeps a random name. We keep its hash beside the account, and who has the cookie is told
// apart from those who try from elsewhere: db/mutations/people/sign-in-limits.ts.

/** Browsers keep a cookie no longer than this. */
const days = 400;

/** The hash under which a device is known. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The name that the browser of this request keeps, if it has one that we could have given. */
export async function deviceToken(): Promise<string | null> {
  const token = (await cookies()).get(cookieName())?.value ?? "";
  return /^[\w-]{43}$/.test(token) ? token : null;
}

/** Has the browser keep its name. */
export async function keepDeviceToken(token: string): Promise<void> {
  (await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: isHttps(),
    path: "/",
    maxAge: days * 24 * 60 * 60,
  });
}

const cookieName = () => (isHttps() ? "__Host-taizhang-device" : "taizhang-device");
