import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { addressOf } from "@/lib/address";
import { authOptions } from "@/lib/auth/auth";
import { authCookies, endWithBrowser } from "@/lib/auth/cookies";
import { isCrossSite } from "@/lib/auth/request";
import { env } from "@/lib/env";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What our pages ask of next-auth. Its own pages are closed, and its log, into which anybody could write. */
const open: Record<string, readonly string[]> = {
  GET: ["csrf", "providers", "session", "signin", "error"],
  POST: ["callback", "signout"],
};

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const [asked = ""] = (await context.params).nextauth;
  if (!open[request.method]?.includes(asked)) return new Response(null, { status: 404 });
  if (request.method === "POST" && isCrossSite(request.headers)) return refused();
  let stays = false;
  const signedIn = authOptions((chosen) => {
    stays = chosen;
  });
  const response: Response = await NextAuth(request, context, signedIn);
  // To ask for the session is not to sign in: only that gives the cookie.
  if (asked === "session") response.headers.delete("set-cookie");
  if (!stays) endWithBrowser(response.headers, authCookies(env().PUBLIC_URL).sessionToken);
  return response;
}

/** Said as next-auth says what failed, so that the sign-in page has the words for it. */
function refused(): Response {
  return Response.json({ url: addressOf("/sign-in?error=origin_refused") }, { status: 403 });
}

export { answer as GET, answer as POST };
