import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import next from "next";
import { listenToChanges } from "@/db/changes";
import { closeDatabase } from "@/db/client";
import { currentDay } from "@/lib/clock";
import { editionFolder, env } from "@/lib/env";
import { log } from "@/lib/log";
import { askedDay } from "@/lib/public/as-of";
import { connectionLimits } from "@/lib/site/connections";
import { openFrontDoor } from "@/lib/site/front-door";
import { offerEdition } from "./hook";
import { withDay } from "./links";
import { addressOf, isPublicQuery, readPageRequest } from "./page-request";
import { openPageStore } from "./page-store";
import { readChange } from "./pages";
import { openPublisher } from "./publisher";
import { openQueryCache } from "./query-cache";
import { renderPage } from "./render";
import { sendPage } from "./send";
import { readSite } from "./site";

// One process of the site: behind its front door, plain requests for public pages are served from its edition, everything
// else by Next.

const { values } = parseArgs({ options: { host: { type: "string" }, port: { type: "string" } } });
const host = values.host ?? "127.0.0.1";
const port = Number(values.port ?? "3000");
const dayCheckMs = 20_000;

async function serve() {
  // Only the edition asks here: what it is made of must never come from itself.
  const inner = openFrontDoor((...asked) => handle(...asked), {
    perAddress: Number.POSITIVE_INFINITY,
  });
  // Next listens for upgrades on the server that it is given, and nobody asks this one for any.
  const app = next({ dev: false, hostname: host, port, httpServer: inner });
  await app.prepare();
  const handle = app.getRequestHandler();
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

  const serveRequest = async (request: IncomingMessage, response: ServerResponse) => {
    const wanted = readPageRequest(request);
    const stored = wanted?.query === "" ? store.get(wanted.path) : undefined;
    // Larger type is for pages; a file is the same to everybody.
    const isLarger = wanted?.isElder && stored?.type.startsWith("text/html");
    if (wanted && stored && !isLarger) return sendPage(request, response, wanted.path, stored);
    if (
      wanted &&
      (isLarger || ((wanted.isElder || wanted.query !== "") && isPublicQuery(wanted)))
    ) {
      const cache = wanted.isElder ? elderQueries : queries;
      const page = await cache.get(addressOf(wanted)).catch(() => null);
      if (page) return sendPage(request, response, wanted.path, page);
    }
    return handle(request, response);
  };
  const outer = openFrontDoor(serveRequest, {
    perAddress: env().TRUSTED_PROXIES > 0 ? Number.POSITIVE_INFINITY : connectionLimits.perAddress,
  });
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
