import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import next from "next";
import { listenToChanges } from "@/db/changes";
import { closeDatabase } from "@/db/client";
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
  const answers = openAnswers((url) => renderPage(origin, url, keepDay(url)));
  const publisher = openPublisher({
    shelf,
    render: (path) => renderPage(origin, path),
    readSite,
    today: currentDay,
    onChange: answers.forget,
  });
  offerEdition(publisher);

  const answer: RequestListener = async (request, response) => {
    const asked = readAsked(request);
    const kept = asked?.query === "" ? shelf.get(asked.path) : undefined;
    if (asked && kept) return sendPage(request, response, asked.path, kept);
    if (asked && asked.query !== "" && isPublicQuestion(asked)) {
      const page = await answers.ask(request.url ?? "/").catch(() => null);
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
