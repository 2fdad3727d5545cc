import type { ActionResult } from "@/lib/domain/action-result";
import type { RefusalCode } from "@/lib/domain/refusals";

const statusOf: Partial<Record<RefusalCode, number>> = {
  session_expired: 401,
  origin_refused: 403,
  not_allowed: 403,
  other_unit: 403,
  not_found: 404,
  invalid_input: 400,
  file_too_large: 413,
  file_type_refused: 415,
  file_damaged: 422,
  uploads_too_many: 429,
  presses_too_many: 429,
  changes_too_many: 429,
  disk_low: 507,
  file_infected: 422,
  scanner_away: 503,
  unavailable: 503,
};

/** The result of an action, over plain HTTP: a refusal has a status for logs and proxies, its code for people. */
export function resultResponse(result: ActionResult<unknown>): Response {
  const status = result.ok ? 200 : (statusOf[result.refusal.code] ?? 409);
  return Response.json(result, { status, headers: { "cache-control": "no-store" } });
}
