import type { Refusal } from "@/lib/domain/refusals";

/** Sends a plain form on to a page, with why nothing was done; `of` is the plan or draft that the page is about. */
export function seeOther(refusal: Refusal | null, page: string, of = ""): Response {
  if (refusal?.code === "origin_refused") return new Response(null, { status: 403 });
  const { pathname, searchParams, hash } = new URL(page, "https://same.site");
  searchParams.delete("refused");
  if (of) searchParams.set("of", of);
  if (refusal) searchParams.set("refused", refusal.code);
  const location = `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ""}${hash}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
