import type { Refusal } from "@/lib/domain/refusals";

/** Sends a plain form on to a page, with why nothing was done; `of` is the plan or draft that the page is about. */
export function seeOther(refusal: Refusal | null, page: string, of = ""): Response {
  if (refusal?.code === "origin_refused") return new Response(null, { status: 403 });
  const query = new URLSearchParams({
    ...(of && { of }),
    ...(refusal && { refused: refusal.code }),
  });
  const location = query.size > 0 ? `${page}?${query}` : page;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
