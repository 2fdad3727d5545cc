import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import next from "next";
import { closeDatabase } from "@/db/client";
import { currentDay } from "../clock";
import { env } from "../env";
import { fileOf, type KeptPage } from "./kept-page";
import { everyPath } from "./pages";
import { renderPage } from "./render";
import { removePage, writePage } from "./shelf";
import { readSite } from "./site";
import { staticAddress } from "./static-address";
import { assetsOf } from "./strip";

// Writes the whole edition as plain files, for a portal, a gateway or a CDN. Prints one line of JSON: what it did.

const notebook = ".taizhang-edition.json";
const atOnce = 2;

async function publish(out: string, base: string) {
  const known = await openFolder(out);
  const app = next({ dev: false });
  await app.prepare();
  const handle = app.getRequestHandler();
  const inner = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => inner.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(inner.address() as AddressInfo).port}`;

  const paths = everyPath(await readSite(await currentDay()));
  const address = staticAddress({ base, liveUrl: env().PUBLIC_URL, paths: new Set(paths) });
  const assets = new Set<string>();
  const written: Record<string, string> = {};
  let changed = 0;

  async function keep(path: string, page: KeptPage) {
    const file = fileOf(path, page.type);
    written[file] = page.etag;
    if (known[file] === page.etag && existsSync(join(out, file))) return;
    changed += 1;
    await writePage(out, path, page);
  }
  async function write(path: string) {
    const page = await renderPage(origin, path, { address });
    if (!page) return;
    await keep(path, page);
    if (page.type.startsWith("text/html"))
      for (const asset of assetsOf(page.plain.toString("utf8")))
        assets.add(asset.slice(base.length));
  }
  await inTurns(paths, write);
  await inTurns([...assets], async (path) => {
    const page = await renderPage(origin, path);
    if (page) await keep(path, page);
  });

  const gone = Object.keys(known).filter((file) => !(file in written));
  for (const file of gone) await removePage(out, file);
  await writeFile(join(out, notebook), JSON.stringify(written));
  inner.close();
  await closeDatabase();
  return { files: Object.keys(written).length, changed, removed: gone.length };
}

/** What an earlier run wrote there, by file. Refuses a folder that holds something else. */
async function openFolder(out: string): Promise<Record<string, string>> {
  await mkdir(out, { recursive: true });
  const found = await readdir(out);
  if (found.includes(notebook)) return JSON.parse(await readFile(join(out, notebook), "utf8"));
  if (found.length > 0) throw new Error("not ours");
  return {};
}

async function inTurns(paths: string[], work: (path: string) => Promise<void>) {
  const left = [...paths];
  const worker = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) await work(path);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const { values } = parseArgs({ options: { out: { type: "string" }, base: { type: "string" } } });
publish(values.out ?? "", values.base ?? "").then(
  (done) => {
    console.log(JSON.stringify(done));
    process.exit(0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
