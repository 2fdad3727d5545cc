import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import next from "next";
import { closeDatabase } from "@/db/client";
import { currentDay } from "@/lib/clock";
import { logTheConsole } from "@/lib/console-log";
import { env } from "@/lib/env";
import { describeError } from "@/lib/log";
import { writeFolder } from "./folder";
import { staticAddress } from "./links";
import { everyPath } from "./pages";
import { renderPage } from "./render";
import { readSite } from "./site";

// Writes the whole edition as plain files, for a portal, a gateway or a CDN. Prints one line of JSON at its end: what it did.

const tellMs = 500;

async function publish(out: string, base: string) {
  logTheConsole();
  const app = next({ dev: false });
  await app.prepare();
  const handle = app.getRequestHandler();
  const inner = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => inner.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(inner.address() as AddressInfo).port}`;

  const paths = everyPath(await readSite(await currentDay()));
  const address = staticAddress({ base, liveUrl: env().PUBLIC_URL, paths: new Set(paths) });
  const render = (path: string) => renderPage(origin, path, { address });
  const done = await writeFolder({
    out,
    base,
    paths,
    render,
    onProgress: progressOf(paths.length),
  });
  inner.close();
  await closeDatabase();
  return done;
}

/** Tells how far it is, a line of JSON now and then. */
function progressOf(total: number) {
  let toldAt = 0;
  return (done: number) => {
    if (Date.now() - toldAt < tellMs) return;
    toldAt = Date.now();
    process.stdout.write(`${JSON.stringify({ done, total })}\n`);
  };
}

const { values } = parseArgs({ options: { out: { type: "string" }, base: { type: "string" } } });
publish(values.out ?? "", values.base ?? "").then(
  (done) => {
    process.stdout.write(`${JSON.stringify(done)}\n`);
    process.exit(0);
  },
  (error) => {
    const { message, stack } = describeError(error);
    process.stderr.write(`${message}\n${stack}\n`);
    process.exit(1);
  },
);
