import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import next from "next";
import { listenToChanges } from "@/db/changes";
import { closeDatabase } from "@/db/client";
import { currentDay } from "@/lib/clock";
import { editionFolder } from "@/lib/env";
import { log } from "@/lib/log";
import { askedDay } from "@/lib/public/as-of";
import { offerEdition } from "./hook";
import { withDay } from "./links";
import { isPublicQuery, readPageRequest } from "./page-request";
import { openPageStore } from "./page-store";
import { readChange } from "./pages";
import { openPublisher } from "./publisher";
import { openQueryCache } from "./query-cache";
import { renderPage } from "./render";
import { sendPage } from "./send";
import { readSite } from "./site";
import { needsDatabase, sendUnavailable } from "./unavailable";

// One process of the site: plain requests for public pages are served from its edition, everything else by Next.

const { values } = parseArgs({ options: { host: { type: "string" }, port: { type: "string" } } });
const host = values.host ?? "127.0.0.1";
const port = Number(values.port ?? "3000");
const dayCheckMs = 20_000;
const awayMs = 250;

async function serve() {
  const ending = askedToEnd();
  const app = next({ dev: false, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  // Only the edition asks here: what it is made of must never come from itself.
  const inner = createServer((request, response) => handle(request, response));
  const origin = `http://127.0.0.1:${await listen(inner, 0, "127.0.0.1")}`;

  const store = await openPageStore(editionFolder());
  const cacheFor = (cookie: string) =>
    openQueryCache(async (url) => {
      const day = await pastDayOf(url);
      return renderPage(origin, url, { address: withDay(day), cookie });
    });
  const [queries, elderQueries] = [cacheFor(""), cacheFor("elder=1")];
  let isAway = () => false;
  const publisher = openPublisher({
    store,
    async render(path) {
      // Each of a thousand pages would fail, and take the time that a database needs to come back.
      while (isAway()) await sleep(awayMs, undefined, { ref: false });
      return renderPage(origin, path, { known: store.get(path) });
    },
    readSite,
    today: currentDay,
    onChange: () => {
      queries.clear();
      elderQueries.clear();
    },
  });
  offerEdition(publisher);

  // Whoever connects anew may have missed something, and whoever connects first has nothing yet.
  let cleared: Promise<void> | undefined;
  const changes = await listenToChanges({
    onChange: (payload) => publisher.invalidate(readChange(payload)),
    onConnect: () => {
      cleared ??= store.clearFolder();
      cleared.then(() => publisher.invalidate("all"), fail);
    },
  });

  isAway = changes.isAway;

  const serveRequest: RequestListener = async (request, response) => {
    const wanted = readPageRequest(request);
    // Without the database, a page of before, or in the usual type, is better than none.
    const isPlain = wanted?.query === "" && (isAway() || !wanted.isElder);
    const stored = isPlain ? store.get(wanted.path) : undefined;
    const page = stored ?? (isPlain && isAway() ? store.left(wanted.path) : undefined);
    if (wanted && page) return sendPage(request, response, wanted.path, page);
    if (isAway() && needsDatabase(request)) return sendUnavailable(request, response);
    if (wanted && !isPlain && isPublicQuery(wanted)) {
      const cache = wanted.isElder ? elderQueries : queries;
      const answer = await cache.get(request.url ?? "/").catch(() => null);
      if (answer) return sendPage(request, response, wanted.path, answer);
    }
    return handle(request, response);
  };
  const outer = createServer(serveRequest);
  await listen(outer, port, host);

  const timer = setInterval(() => {
    publisher.checkDay().catch((error) => log.error({ err: error }, "edition: no day"));
  }, dayCheckMs);

  await ending;
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
    // Whoever launched us is gone, or was before we came to ask.
    process.once("disconnect", resolve);
    if (process.send && !process.connected) resolve();
  });
}

function fail(error: unknown) {
  log.fatal({ err: error }, "server failed");
  process.exit(1);
}

serve().then(() => process.exit(0), fail);
