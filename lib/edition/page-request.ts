import type { IncomingMessage } from "node:http";
import { searchFields } from "@/lib/domain/public/public-search";

/** What the edition may serve: the path it is stored under, the query it comes with, and whether in larger type (大字版). */
export type PageRequest = { path: string; query: string; isElder: boolean };

const elderMode = /(?:^|;\s*)elder=1(?:;|$)/;

/**
 * Reads a request as a plain one for a page; null when it is anything else and Next's to handle. Of its query only what
 * the page knows is left, in one order: whatever else is hung on an address, it asks for the same page.
 */
export function readPageRequest({
  method,
  url = "/",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): PageRequest | null {
  if (method !== "GET" && method !== "HEAD") return null;
  if (headers.rsc !== undefined || headers["next-router-prefetch"] !== undefined) return null;
  const [path = "/", ...query] = url.split("?");
  const asked = new URLSearchParams(query.join("?"));
  const known = new URLSearchParams(
    namesKnownAt(path).flatMap((name) =>
      asked.getAll(name).flatMap((value) => (value === "" ? [] : [[name, value]])),
    ),
  );
  return { path, query: known.toString(), isElder: elderMode.test(headers.cookie ?? "") };
}

/** The one address that all requests for the same page have. */
export function addressOf({ path, query }: PageRequest): string {
  return query === "" ? path : `${path}?${query}`;
}

/** Pages that can show any day. */
export const datedPath =
  /^(?:\/en$|(?:\/en)?\/(?:(?:plans|tasks|units|documents)(?:\/[\w.-]+)?|changes)?$)/;

/** What pages ask their address; the first that fits counts. Of every other page an address asks nothing. */
const questions: [page: RegExp, names: readonly string[]][] = [
  [/^(?:\/en)?\/tasks$|^\/api\/v1\/tasks\.csv$/, searchFields],
  [/^\/api\/v1\/tasks$/, [...searchFields, "limit", "after"]],
  [/^(?:\/en)?\/compare$/, ["from", "to", "plan", "list", "page"]],
  [/^\/api\/v1\/changes$/, ["since", "until", "limit", "after"]],
  [/^\/api\/v1\/(?:plans|units)$/, ["asof", "limit", "after"]],
  [/^\/api\/v1\/catalog\.jsonld$/, ["limit", "after"]],
  [/^\/api\/v1\/tasks\/[\w.-]+$/, ["asof"]],
  [/^(?:\/en)?\/changes$/, ["asof", "after"]],
  [/^(?:\/en)?\/tasks\/[\w.-]+$/, ["asof", "parts", "reports", "answers", "steps"]],
  [/^(?:\/en)?\/open-data$/, ["page"]],
  [/^(?:\/en)?\/units$/, ["asof", "kind", "page"]],
  [/^(?:\/en)?\/(?:plans(?:\/[\w.-]+)?|(?:units|documents)\/[\w.-]+)$/, ["asof", "page"]],
  [datedPath, ["asof"]],
];

function namesKnownAt(path: string): readonly string[] {
  return questions.find(([page]) => page.test(path))?.[1] ?? [];
}

/** Whether what an address with a query shows depends on nothing but the public facts. */
export function isPublicQuery({ path }: Pick<PageRequest, "path">): boolean {
  return namesKnownAt(path).length > 0;
}

/** Whether a request, however it is made, asks public pages a question: another day, a search. */
export function isSearch(url: string): boolean {
  const [path = "/", query = ""] = url.split("?");
  return query !== "" && isPublicQuery({ path });
}
