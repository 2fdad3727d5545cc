import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import next from "next";
import { listenToChanges } from "@/db/changes";
import { closeDatabase } from "@/db/client";
import { askedDay } from "./as-of";
import { currentDay } from "./clock";
import { openAnswers } from "./edition/answers";
import { isPublicQuestion, readAsked } from "./edition/asked";
import { offerEdition } from "./edition/hook";
import { keepDay } from "./edition/keep-day";
import { readChange } from "./edition/pages";
import { openPublisher } from "./edition/publisher";
import { renderPage } from "./edition/render";
import { sendPage } from "./edition/send";
import { openShelf } from "./edition/shelf";
import { readSite } from "./edition/site";
import { editionFolder } from "./env";
import { log } from "./log";

// One process of the site: plain questions for public pages are answered from its edition, everything else by Next.

const { values } = parseArgs({ options: { host: { type: "string" }, port: { type: "string" } } });
const host = values.host ?? "127.0.0.1";
const port = Number(values.port ?? "3000");
const dayCheckMs = 20_000;

async function serve() {
  const app = next({ dev: false, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  // Only the edition asks here: what it is made of must never come from itself.
  const inner = createServer((request, response) => handle(request, response));
  const origin = `http://127.0.0.1:${await listen(inner, 0, "127.0.0.1")}`;

  const shelf = await openShelf(editionFolder());
  const answersTo = (cookie: string) =>
    openAnswers(async (url) => {
      const day = await pastDayOf(url);
      return renderPage(origin, url, { address: keepDay(day), cookie });
    });
  const [answers, largeAnswers] = [answersTo(""), answersTo("elder=1")];
  const publisher = openPublisher({
    shelf,
    render: (path) => renderPage(origin, path, { known: shelf.get(path) }),
    readSite,
    today: currentDay,
    onChange: () => {
      answers.forget();
      largeAnswers.forget();
    },
  });
  offerEdition(publisher);

  const answer: RequestListener = async (request, response) => {
    const asked = readAsked(request);
    const isPlain = asked?.query === "" && !asked.isElder;
    const kept = isPlain ? shelf.get(asked.path) : undefined;
    if (asked && kept) return sendPage(request, response, asked.path, kept);
    if (asked && !isPlain && isPublicQuestion(asked)) {
      const kind = asked.isElder ? largeAnswers : answers;
      const page = await kind.ask(request.url ?? "/").catch(() => null);
      if (page) return sendPage(request, response, asked.path, page);
    }
    return handle(request, response);
  };
  const outer = createServer(answer);
  await listen(outer, port, host);

  // Whoever connects anew may have missed something, and whoever connects first has nothing yet.
  const changes = await listenToChanges({
    onChange: (payload) => publisher.tell(readChange(payload)),
    onConnect: () => publisher.tell("all"),
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
