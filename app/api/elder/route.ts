import type { NextRequest } from "next/server";
import { safeRedirect } from "@/lib/auth/safe-redirect";
import { isHttps } from "@/lib/env";

const year = 365 * 24 * 60 * 60;

/** Turns the larger type (大字版) on or off for this browser, and leads back to where one was. */
export function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  const isOn = searchParams.get("on") === "1";
  const secure = isHttps() ? "; Secure" : "";
  const cookie = `elder=${isOn ? 1 : 0}; Path=/; Max-Age=${isOn ? year : 0}; SameSite=Lax; HttpOnly${secure}`;
  return new Response(null, {
    status: 303,
    headers: {
      location: safeRedirect(searchParams.get("next"), "/"),
      "set-cookie": cookie,
      "cache-control": "no-store",
    },
  });
}
