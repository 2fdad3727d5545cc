import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { endSession } from "@/db/mutations/people/sessions";
import { currentTime } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { findHolder, sessionLimits } from "./actor";
import { authCookies } from "./cookies";
import { deviceToken, keepDeviceToken } from "./known-device";
import { requestFrom } from "./request";
import { signIn } from "./sign-in";

declare module "next-auth" {
  interface Session {
    sessionId?: string;
  }
}

/**
 * next-auth keeps the encrypted cookie; the session itself is a row of ours, looked up on every request, so that it can
 * be ended, times out when idle and follows a change of role at once. `onSignIn` hears whether the person chose to stay
 * signed in when the browser closes.
 */
export function authOptions(onSignIn: (stays: boolean) => void = () => {}): AuthOptions {
  return {
    session: { strategy: "jwt", maxAge: sessionLimits.absoluteMs / 1000 },
    cookies: authCookies(env().PUBLIC_URL),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: {
      error: (code, metadata) => log.error({ err: metadata, code }, "next-auth"),
      warn: (code) => log.warn({ code }, "next-auth"),
      debug: () => {},
    },
    providers: [
      Credentials({
        credentials: { username: {}, password: {}, stays: {} },
        async authorize(credentials, { headers }) {
          const request = requestFrom(new Headers(headers as Record<string, string>));
          const result = await signIn(
            { username: credentials?.username, password: credentials?.password },
            { ...request, device: await deviceToken(), userAgent: headers?.["user-agent"] },
          ).catch((error) => {
            // next-auth sends the browser the message of whatever is thrown here.
            log.error({ err: error }, "sign-in failed");
            return { refusal: "unavailable" };
          });
          if ("refusal" in result) throw new Error(result.refusal);
          await keepDeviceToken(result.device);
          onSignIn(credentials?.stays === "true");
          return { id: result.sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ session, token }) => ({
        expires: session.expires,
        sessionId: String(token.sid),
      }),
      redirect: ({ url, baseUrl }) => {
        if (!URL.canParse(url, baseUrl)) return baseUrl;
        const target = new URL(url, baseUrl);
        return target.origin === new URL(baseUrl).origin ? target.href : baseUrl;
      },
    },
    events: {
      async signOut({ token }) {
        const request = { id: "", ip: null };
        const holder = await findHolder(String(token.sid), request);
        if (holder) await endSession(holder.actor, String(token.sid), await currentTime());
      },
    },
  };
}
