import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import next from "next";
import { listenToChanges } from "@/db/changes";
import { closeDatabase } from "@/db/client";
import { clientAddress, clientHeader } from "@/lib/client-address";
import { currentDay } from "@/lib/clock";
import { editionFolder, env } from "@/lib/env";
import { log } from "@/lib/log";
import { askedDay } from "@/lib/public/as-of";
import { offerEdition } from "./hook";
import { withDay } from "./links";
import { isPublicQuery, isSearch, readPageRequest } from "./page-request";
import { openPageStore } from "./page-store";
import { readChange } from "./pages";
import { openPublisher } from "./publisher";
import { openQueryCache } from "./query-cache";
import { renderPage } from "./render";
import { openSearchBudget, refuseSearch } from "./search-budget";
import { sendPage } from "./send";
import { readSite } from "./site";

// One process of the site: plain requests for public pages are served from its edition, everything else by Next.

const { values } = parseArgs({ options: { host: { type: "string" }, port: { type: "string" } } });
const host = values.host ?? "127.0.0.1";
const port = Number(values.port ?? "3000");
const dayCheckMs = 20_000;

async function serve() {
  const app = next({ dev: false, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  // Only the edition asks here: what it is made of must never come from itself.
  const inner = createServer((request, response) => {
    delete request.headers[clientHeader];
    return handle(request, response);
  });
  const origin = `http://127.0.0.1:${await listen(inner, 0, "127.0.0.1")}`;

  const store = await openPageStore(editionFolder());
  const cacheFor = (cookie: string) =>
    openQueryCache(async (url) => {
      const day = await pastDayOf(url);
      return renderPage(origin, url, { address: withDay(day), cookie });
    });
  const [queries, elderQueries] = [cacheFor(""), cacheFor("elder=1")];
  const publisher = openPublisher({
    store,
    render: (path) => renderPage(origin, path, { known: store.get(path) }),
    readSite,
    today: currentDay,
    onChange: () => {
      queries.clear();
      elderQueries.clear();
    },
  });
  offerEdition(publisher);
  const searches = openSearchBudget();

  const serveRequest: RequestListener = async (request, response) => {
    const client = clientAddress(request, env().TRUSTED_PROXIES) ?? "";
    request.headers[clientHeader] = client;
    const url = request.url ?? "/";
    const wanted = readPageRequest(request);
    const isPlain = wanted?.query === "" && !wanted.isElder;
    const stored = isPlain ? store.get(wanted.path) : undefined;
    if (wanted && stored) return sendPage(request, response, wanted.path, stored);
    const cache = wanted?.isElder ? elderQueries : queries;
    const isCached = wanted !== null && cache.has(url);
    if (isSearch(url) && !isCached && !(await searches.spend(client)))
      return refuseSearch(response, url);
    if (wanted && !isPlain && isPublicQuery(wanted)) {
      const page = await cache.get(url).catch(() => null);
      if (page) return sendPage(request, response, wanted.path, page);
    }
    return handle(request, response);
  };
  const outer = createServer(serveRequest);
  await listen(outer, port, host);

  // Whoever connects anew may have missed something, and whoever connects first has nothing yet.
  const changes = await listenToChanges({
    onChange: (payload) => publisher.invalidate(readChange(payload)),
    onConnect: () => publisher.invalidate("all"),
  });
  const timer = setInterval(() => {
    publisher.checkDay().catch((error) => log.error({ err: error }, "edition: no day"));
  }, dayCheckMs);

  await askedToEnd();
  clearInterval(timer);
  outer.close();
  inner.close();
  outer.closeIdleConnections();
  await changes.end();
  await closeDatabase();
}

/** The past day that an address asks for, null when it asks for today or for a day that cannot be shown. */
async function pastDayOf(url: string) {
  const { searchParams } = new URL(url, "https://same.site");
  const { asOf, isPast } = await askedDay({ asof: searchParams.get("asof") ?? "" });
  return isPast ? asOf : null;
}

async function listen(server: Server, onPort: number, onHost: string): Promise<number> {
  server.listen(onPort, onHost);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}

serve().then(
  () => process.exit(0),
  (error) => {
    log.fatal({ err: error }, "server failed");
    process.exit(1);
  },
);
