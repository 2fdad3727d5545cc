import { seeOther } from "@/lib/actions/see-other";
import { safeRedirect } from "@/lib/auth/safe-redirect";
import type { ActionResult } from "@/lib/domain/action-result";

type Asked = { request: Request; result: ActionResult<unknown>; to: string; back: string };

/**
 * Answers a form: with where it leads or why nothing was done, to a script that sent it; else by sending the browser on to
 * that page, or back.
 */
export function answerForm({ request, result, to, back }: Asked): Response {
  const here = safeRedirect(back, "/imports");
  if (request.headers.get("accept") === "application/json") {
    const told = result.ok ? { ok: true, answer: { to } } : result;
    const isForeign = !result.ok && result.refusal.code === "origin_refused";
    return Response.json(told, {
      status: isForeign ? 403 : 200,
      headers: { "cache-control": "no-store" },
    });
  }
  return result.ok ? seeOther(null, to) : seeOther(result.refusal, here);
}
