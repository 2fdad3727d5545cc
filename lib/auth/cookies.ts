import type { CookiesOptions } from "next-auth";
import { isHttps } from "@/lib/env";

const quarterHour = 15 * 60;

/**
 * next-auth's cookies for a site at this address. On HTTPS each is bound to this very host (`__Host-`), so that no
 * neighbour under the same domain can plant one; on plain HTTP a browser would not take such a cookie.
 */
export function authCookies(publicUrl: string): CookiesOptions {
  const secure = isHttps(publicUrl);
  const cookie = (name: string, maxAge?: number) => ({
    name: `${secure ? "__Host-" : ""}next-auth.${name}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure, maxAge },
  });
  return {
    sessionToken: cookie("session-token"),
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf-token"),
    pkceCodeVerifier: cookie("pkce.code_verifier", quarterHour),
    state: cookie("state", quarterHour),
    nonce: cookie("nonce"),
  };
}

/**
 * Lets the session's cookie end with the browser: next-auth dates every one. A cookie that is taken away stays dated, for
 * that is what takes it away.
 */
export function endWithBrowser(headers: Headers, { name }: { name: string }): void {
  const lines = headers.getSetCookie();
  headers.delete("set-cookie");
  for (const line of lines) {
    const [own = "", value] = line.split(/[=;]/, 2);
    const isGiven = value !== "" && (own === name || own.startsWith(`${name}.`));
    const undated = line.replace(/; *(?:expires|max-age)=[^;]*/gi, "");
    headers.append("set-cookie", isGiven ? undated : line);
  }
}
