import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import next from "next";
import { listenToChanges } from "@/db/changes";
import { closeDatabase } from "@/db/client";
import { placeOfTask } from "@/db/queries/public/edition";
import { clientHeader, isProxy } from "@/lib/client-address";
import { currentDay } from "@/lib/clock";
import { logTheConsole } from "@/lib/console-log";
import { editionFolder, env } from "@/lib/env";
import { log } from "@/lib/log";
import { askedDay } from "@/lib/public/as-of";
import { onArrival } from "@/lib/site/arrival";
import { connectionLimits } from "@/lib/site/connections";
import { openFrontDoor } from "@/lib/site/front-door";
import { offerEdition } from "./hook";
import { withDay } from "./links";
import { openPageStore } from "./page-store";
import { readChange } from "./pages";
import { openPublisher } from "./publisher";
import { openQueryCache } from "./query-cache";
import { renderPage } from "./render";
import { serveRequest, serveStored } from "./serve-request";
import { readReady } from "./site";
import { watchTraffic } from "./traffic";

// One process of the site: behind its front door, plain requests for public pages are served from its edition, everything
// else by Next.

const { values } = parseArgs({ options: { host: { type: "string" }, port: { type: "string" } } });
const host = values.host ?? "127.0.0.1";
const port = Number(values.port ?? "3000");
/** A web server in front goes on with the files of the day before for so long. */
const dayCheckMs = 500;
const retryMs = 20_000;
/** A page that nobody looks for first waits so long, at most, until nobody waits for Next. */
const patienceMs = 500;
const awayMs = 250;

async function serve() {
  logTheConsole();
  const ending = askedToEnd();
  // Only the edition asks here: what it is made of must never come from itself.
  const inner = openFrontDoor((request, response) => {
    delete request.headers[clientHeader];
    return handle(request, response);
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
  const traffic = watchTraffic(patienceMs);
  let isAway = () => false;
  const publisher = openPublisher({
    store,
    render: (path) => renderPage(origin, path, { known: store.get(path) }),
    readReady,
    readPlace: placeOfTask,
    today: currentDay,
    async possible() {
      while (isAway()) await sleep(awayMs, undefined, { ref: false });
    },
    quiet: traffic.quiet,
    onChange: () => {
      queries.clear();
      elderQueries.clear();
    },
  });
  offerEdition({ ...publisher, isAway: () => isAway() });

  const changes = await listenToChanges({
    onChange: (payload) => publisher.invalidate(readChange(payload)),
    // Whoever connects anew may have missed something, and whoever connects first has nothing yet.
    onConnect: () => publisher.invalidate("all"),
  });
  isAway = changes.isAway;

  const outer = openFrontDoor(
    serveRequest({ store, publisher, queries, elderQueries, isAway, traffic, next: handle }),
    {
      answerAtOnce: serveStored({ store, publisher }),
      arrive: onArrival,
      perAddress: connectionLimits.perAddress,
      // Theirs are everybody's: nginx counts for itself (deploy/nginx.conf).
      isExempt: (address) => isProxy(address, env().TRUSTED_PROXIES),
    },
  );
  await listen(outer, port, host);

  const timers = [
    setInterval(publisher.keepDay, dayCheckMs),
    setInterval(publisher.retry, retryMs),
  ];

  await ending;
  timers.forEach(clearInterval);
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
