import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { wantedHeader, wantedPath } from "./lib/auth/wanted-path";
import { localeOf } from "./messages/locales";

/** Made to stand in others' pages; next.config.js knows them too. */
const card = /^(?:\/en)?\/(?:plans|tasks)\/[^/]+\/card$/;

/** Says which language an address is in and what it is, and sets the content policy. Who may do what is never decided here. */
export default function proxy(request: NextRequest) {
  const framedBy = card.test(request.nextUrl.pathname) ? "*" : "'none'";
  const policy = contentPolicy(randomBytes(16).toString("base64"), framedBy);
  const headers = new Headers(request.headers);
  headers.set("x-locale", localeOf(request.nextUrl.pathname));
  headers.set(wantedHeader, wantedPath(request.nextUrl));
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentPolicy(nonce: string, framedBy: string): string {
  // The development server evaluates code that a build never contains.
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
  ].join("; ");
}

export const config = { matcher: ["/((?!api/|_next/|icon\\.svg|favicon\\.ico).*)"] };
