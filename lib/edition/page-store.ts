import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { LRUCache } from "lru-cache";
import { type CachedPage, fileOf, filesOf, pageOf, sizeOf, tagOf } from "./cached-page";

const mostBytes = 96 * 1024 * 1024;
/** Whoever asked for a page in so long is taken to ask again. */
const memoryMs = 10 * 60_000;

type Entry = { page: CachedPage; askedAt: number };

/**
 * The edition of this process: in memory, from where it is sent, and as files in a folder for a web server in front. A page
 * is replaced whole, so nobody gets half of one. A page that is true no longer is laid aside in a folder of its own until it
 * is made anew or withdrawn: it is for when there is nothing better. What another process left is laid aside at once.
 */
export async function openPageStore(folder: string, most = mostBytes) {
  const aside = `${folder}-aside`;
  const pages = new LRUCache<string, Entry>({
    maxSize: most,
    sizeCalculation: ({ page }) => sizeOf(page),
    dispose: ({ page }, path, why) => {
      if (why === "evict") void inTurn(() => layAside(path, page));
    },
  });
  let disk: Promise<unknown> = Promise.resolve();

  /** Files are written and removed in the order in which that was decided. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = disk.then(work);
    disk = done.catch(() => {});
    return done;
  }

  const layAside = async (path: string, { type }: CachedPage) =>
    moveFile(folder, aside, fileOf(path, type));

  const layAllAside = async () => {
    await mkdir(folder, { recursive: true });
    for (const file of await readdir(folder, { recursive: true }))
      if (pageOf(file)) await moveFile(folder, aside, file);
  };

  await inTurn(layAllAside);
  return {
    get: (path: string) => pages.peek(path)?.page,
    /** The page for somebody who asks for it, which is remembered. */
    ask(path: string): CachedPage | undefined {
      const entry = pages.get(path);
      if (entry) entry.askedAt = Date.now();
      return entry?.page;
    },
    isAskedFor: (path: string) => Date.now() - (pages.peek(path)?.askedAt ?? 0) < memoryMs,
    paths: () => [...pages.keys()],
    put(path: string, page: CachedPage): Promise<void> {
      const known = pages.peek(path);
      if (known?.page === page) return Promise.resolve();
      pages.set(path, { page, askedAt: known?.askedAt ?? 0 });
      return inTurn(async () => {
        try {
          await writePage(folder, path, page);
          await removePage(aside, fileOf(path, page.type));
        } catch (error) {
          // Kept, it would pass for written the next time.
          pages.delete(path);
          throw error;
        }
      });
    },
    /** It is true no longer. */
    retire(path: string): Promise<void> {
      const page = pages.peek(path)?.page;
      if (!page) return Promise.resolve();
      pages.delete(path);
      return inTurn(() => layAside(path, page));
    },
    retireAll(): Promise<void> {
      pages.clear();
      return inTurn(layAllAside);
    },
    /** It was withdrawn, or there is no such page. */
    remove(path: string): Promise<void> {
      pages.delete(path);
      return inTurn(async () => {
        for (const { file } of filesOf(path))
          for (const place of [folder, aside]) await removePage(place, file);
      });
    },
    /** What was last known of a page that is not in memory. */
    async laidAside(path: string): Promise<CachedPage | undefined> {
      await disk;
      for (const { file, type } of filesOf(path)) {
        if (!existsSync(join(aside, file))) continue;
        const plain = await readFile(join(aside, file));
        return { type, etag: tagOf(plain), plain, gzip: null, brotli: null };
      }
    },
  };
}
export type PageStore = Awaited<ReturnType<typeof openPageStore>>;

/** Moves a page, and leaves its compressed forms behind. */
async function moveFile(from: string, to: string, file: string): Promise<void> {
  if (!existsSync(join(from, file))) return;
  await mkdir(dirname(join(to, file)), { recursive: true });
  await rename(join(from, file), join(to, file));
  await removePage(from, file);
}

/** Writes a page with its compressed forms beside it; each is there whole or not at all. */
export async function writePage(folder: string, path: string, page: CachedPage): Promise<void> {
  const file = join(folder, fileOf(path, page.type));
  await mkdir(dirname(file), { recursive: true });
  for (const [ending, bytes] of formsOf(page)) {
    const draft = `${file}${ending}.new`;
    await writeFile(draft, bytes);
    await rename(draft, `${file}${ending}`);
  }
}

function formsOf({ plain, gzip, brotli }: CachedPage): [string, Buffer][] {
  const forms: [string, Buffer | null][] = [
    [".br", brotli],
    [".gz", gzip],
    ["", plain],
  ];
  return forms.flatMap(([ending, bytes]) => (bytes ? [[ending, bytes]] : []));
}

export async function removePage(folder: string, file: string): Promise<void> {
  for (const ending of ["", ".gz", ".br"])
    await rm(join(folder, `${file}${ending}`), { force: true });
}
