import type { AsOf } from "./as-of";

/** The address of a page of a list that is shown on some day. */
export function pagePath(
  path: string,
  { isPast, asOf }: AsOf,
  page: number,
  asked: Record<string, string> = {},
): string {
  const query = new URLSearchParams({ ...(isPast && { asof: asOf }), ...asked });
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `${path}?${query}` : path;
}
