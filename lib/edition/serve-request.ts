import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { clientHeader } from "@/lib/client-address";
import type { CachedPage } from "./cached-page";
import { mayBeMissing, missingAloud } from "./missing-page";
import { addressOf, isPublicQuery, isSearch, readPageRequest } from "./page-request";
import type { PageStore } from "./page-store";
import { isFile, isOfEdition } from "./pages";
import { answerPlainly, answerRewritten, isForOnePerson } from "./plain-answer";
import type { Publisher } from "./publisher";
import type { QueryCache } from "./query-cache";
import { openSearchBudget, refuseSearch } from "./search-budget";
import { sendPage } from "./send";
import type { Traffic } from "./traffic";
import { needsDatabase, sendUnavailable } from "./unavailable";

type Sources = {
  store: Pick<PageStore, "ask" | "laidAside">;
  publisher: Pick<Publisher, "demand" | "keepDay">;
  /** Pages with a query, in the usual type and in larger type (大字版). */
  queries: QueryCache;
  elderQueries: QueryCache;
  /** Whether the database is away. */
  isAway: () => boolean;
  traffic: Traffic;
  next: RequestListener;
};

/** Answers with a stored page whoever asks for it by its own address and nothing else; says whether it did. */
export function serveStored({ store, publisher }: Pick<Sources, "store" | "publisher">) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    publisher.keepDay();
    const { url = "", headers } = request;
    if (headers.rsc || headers["next-router-prefetch"] || headers.cookie?.includes("elder="))
      return false;
    const page = store.ask(url);
    if (page) sendPage(request, response, url, page);
    return page !== undefined;
  };
}

/** Answers a request with the stored page, with one rendered for it, or has Next answer it; without the database, as well as can be. */
export function serveRequest(sources: Sources): RequestListener {
  const { store, publisher, queries, elderQueries, isAway, traffic, next } = sources;
  const searches = openSearchBudget();
  const plainly = answerPlainly(next);
  const aloud = answerRewritten(next, missingAloud);

  return async (request, response) => {
    const wanted = readPageRequest(request);
    const held = wanted?.query === "" && isOfEdition(wanted.path) ? wanted.path : null;
    // Larger type is for pages; a file is the same to everybody. Without the database the usual type is better than none.
    const isLarger = wanted?.isElder && !isAway() && !isFile(wanted.path);
    const stored = held && !isLarger ? store.ask(held) : undefined;
    if (held && stored) return sendPage(request, response, held, stored);
    if (isAway()) {
      const known = held ? await store.laidAside(held) : undefined;
      if (held && known) return sendPage(request, response, held, known);
      if (needsDatabase(request)) return sendUnavailable(request, response);
    }

    traffic.answer(response);
    const { url = "/" } = request;
    const address = wanted ? addressOf(wanted) : url;
    const cache = wanted?.isElder ? elderQueries : queries;
    const isNew = isSearch(url) && !(wanted && cache.has(address));
    if (isNew && !(await searches.spend(String(request.headers[clientHeader]))))
      return refuseSearch(response, address);
    const isCached = wanted && (held ? isLarger : isPublicQuery(wanted));
    const answer = isCached
      ? await cache.get(address).catch(() => null)
      : held && (await demanded(held));
    if (wanted && answer) return sendPage(request, response, wanted.path, answer);
    if (isForOnePerson(request)) return plainly(request, response);
    return wanted && mayBeMissing(request) ? aloud(request, response) : next(request, response);
  };

  /** Null when there is no such page, or Next is to say what is wrong with it. */
  async function demanded(path: string): Promise<CachedPage | null> {
    // The database may have gone a moment ago.
    return publisher.demand(path).catch(async () => (await store.laidAside(path)) ?? null);
  }
}
