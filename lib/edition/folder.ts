import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import pLimit from "p-limit";
import { type CachedPage, fileOf } from "./cached-page";
import { removePage, writePage } from "./page-store";
import { assetsOf } from "./strip";

type Work = {
  out: string;
  base: string;
  paths: readonly string[];
  render: (path: string) => Promise<CachedPage | null>;
  /** How many of the pages are done, told now and then. */
  onProgress?: (done: number) => void;
};

const notebook = ".taizhang-edition.json";
/** What a run has begun to write, a line each: it may break off. */
const begun = ".taizhang-edition.begun";
const atOnce = 2;

/**
 * Writes the pages at `paths`, and the style sheets and icons that they ask for under `base`, into the folder `out`, which
 * is there. Only what is not what an earlier run wrote is written; what an earlier run wrote and is no more is removed.
 */
export async function writeFolder({ out, base, paths, render, onProgress = () => {} }: Work) {
  const known = readNotes(out);
  const assets = new Set<string>();
  const written: Record<string, string> = {};
  let [changed, done] = [0, 0];
  // A run that breaks off must leave the folder recognizable as ours.
  note(out, known);

  async function store(path: string, page: CachedPage) {
    const file = fileOf(path, page.type);
    written[file] = page.etag;
    if (known[file] === page.etag && existsSync(join(out, file))) return;
    changed += 1;
    // Noted before it is written, so that the next run knows of it even when this one breaks off.
    known[file] = "";
    appendFileSync(join(out, begun), `${file}\n`);
    await writePage(out, path, page);
  }
  const limited = pLimit(atOnce);
  await limited.map(paths, async (path) => {
    const page = await render(path);
    done += 1;
    onProgress(done);
    if (!page) return;
    await store(path, page);
    if (page.type.startsWith("text/html"))
      for (const asset of assetsOf(page.plain.toString("utf8")))
        assets.add(asset.slice(base.length));
  });
  await limited.map(assets, async (path) => {
    const page = await render(path);
    if (page) await store(path, page);
  });

  const gone = Object.keys(known).filter((file) => !(file in written));
  for (const file of gone) {
    await removePage(out, file);
    await removeEmpty(out, dirname(file));
  }
  note(out, written);
  return { files: Object.keys(written).length, changed, removed: gone.length };
}

/** The tag of each file that an earlier run wrote there; an empty one where it broke off. */
function readNotes(out: string): Record<string, string> {
  const [whole, broken] = [join(out, notebook), join(out, begun)];
  const known = existsSync(whole) ? JSON.parse(readFileSync(whole, "utf8")) : {};
  const files = existsSync(broken) ? readFileSync(broken, "utf8").split("\n").filter(Boolean) : [];
  return { ...known, ...Object.fromEntries(files.map((file) => [file, ""])) };
}

function note(out: string, files: Record<string, string>): void {
  const draft = join(out, `${notebook}.new`);
  writeFileSync(draft, JSON.stringify(files));
  renameSync(draft, join(out, notebook));
  rmSync(join(out, begun), { force: true });
}

async function removeEmpty(out: string, folder: string): Promise<void> {
  if (folder === ".") return;
  try {
    await rmdir(join(out, folder));
  } catch {
    return;
  }
  await removeEmpty(out, dirname(folder));
}
