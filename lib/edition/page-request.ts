import type { IncomingMessage } from "node:http";

/** What the edition may serve: the path it is stored under, the query it comes with, and whether in larger type (大字版). */
export type PageRequest = { path: string; query: string; isElder: boolean };

const elderMode = /(?:^|;\s*)elder=1(?:;|$)/;
const longest = 500;

/** Reads a request as a plain one for a page; null when it is anything else and Next's to handle. */
export function readPageRequest({
  method,
  url = "/",
  headers,
}: IncomingMessage): PageRequest | null {
  if (method !== "GET" && method !== "HEAD") return null;
  if (headers.rsc !== undefined || headers["next-router-prefetch"] !== undefined) return null;
  if (url.length > longest) return null;
  const [path = "/", ...query] = url.split("?");
  return { path, query: query.join("?"), isElder: elderMode.test(headers.cookie ?? "") };
}

/** Pages that can show any day. */
export const datedPath =
  /^(?:\/en$|(?:\/en)?\/(?:(?:plans|tasks|units|documents)(?:\/[\w.-]+)?|changes)?$)/;
const compare = /^(?:\/en)?\/compare$/;
const data = /^\/api\/v1\/(?:plans|tasks|units|changes|tasks\.csv|tasks\/[\w.-]+)$/;

/** Whether what an address with a query shows depends on nothing but the public facts. */
export function isPublicQuery({ path }: Pick<PageRequest, "path">): boolean {
  return datedPath.test(path) || compare.test(path) || data.test(path);
}

/** Whether a request, however it is made, asks public pages a question: another day, a search. */
export function isSearch(url: string): boolean {
  const [path = "/", query = ""] = url.split("?");
  return query !== "" && isPublicQuery({ path });
}
