import type { RequestListener } from "node:http";
import { clientHeader } from "@/lib/client-address";
import { addressOf, isPublicQuery, isSearch, readPageRequest } from "./page-request";
import type { PageStore } from "./page-store";
import type { QueryCache } from "./query-cache";
import { openSearchBudget, refuseSearch } from "./search-budget";
import { sendPage } from "./send";
import type { Traffic } from "./traffic";
import { needsDatabase, sendUnavailable } from "./unavailable";

type Sources = {
  store: PageStore;
  /** Pages with a query, in the usual type and in larger type (大字版). */
  queries: QueryCache;
  elderQueries: QueryCache;
  /** Whether the database is away. */
  isAway: () => boolean;
  traffic: Traffic;
  next: RequestListener;
};

/** Answers a request with the stored page, with a cached one, or has Next answer it; without the database, as well as can be. */
export function serveRequest(sources: Sources): RequestListener {
  const { store, queries, elderQueries, isAway, traffic, next } = sources;
  const searches = openSearchBudget();

  return async (request, response) => {
    const wanted = readPageRequest(request);
    const isPlain = wanted?.query === "";
    const stored = isPlain ? store.get(wanted.path) : undefined;
    // Larger type is for pages; a file is the same to everybody. Without the database the usual type is better than none.
    const isLarger = !isAway() && wanted?.isElder && stored?.type.startsWith("text/html");
    const page = stored ?? (isPlain && isAway() ? store.left(wanted.path) : undefined);
    if (wanted && page && !isLarger) return sendPage(request, response, wanted.path, page);
    if (isAway() && needsDatabase(request)) return sendUnavailable(request, response);

    traffic.answer(response);
    const cache = wanted?.isElder ? elderQueries : queries;
    const { url = "/" } = request;
    const address = wanted ? addressOf(wanted) : url;
    const isNew = isSearch(url) && !(wanted && cache.has(address));
    if (isNew && !(await searches.spend(String(request.headers[clientHeader]))))
      return refuseSearch(response, address);
    if (wanted && (isLarger || ((wanted.isElder || !isPlain) && isPublicQuery(wanted)))) {
      const answer = await cache.get(address).catch(() => null);
      if (answer) return sendPage(request, response, wanted.path, answer);
    }
    return next(request, response);
  };
}
