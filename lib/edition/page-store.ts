import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type CachedPage, fileOf, pageOf, tagOf } from "./cached-page";

/**
 * The edition of this process: in memory, from where it is sent, and as files in a folder for a web server in front. A page
 * is replaced whole, so nobody gets half of one. What another process left in the folder is `left`, each page until it is
 * made anew or removed: it may have been withdrawn since, so it is only for when there is nothing better.
 */
export async function openPageStore(folder: string) {
  const pages = new Map<string, CachedPage>();
  const left = await readFolder(folder);
  return {
    get: (path: string) => pages.get(path),
    left: (path: string) => left.get(path),
    paths: () => [...new Set([...pages.keys(), ...left.keys()])],
    async put(path: string, page: CachedPage): Promise<void> {
      left.delete(path);
      if (pages.get(path) === page) return;
      pages.set(path, page);
      try {
        await writePage(folder, path, page);
      } catch (error) {
        // Kept, it would pass for written the next time.
        pages.delete(path);
        throw error;
      }
    },
    async remove(path: string): Promise<void> {
      left.delete(path);
      const page = pages.get(path);
      if (!page) return;
      pages.delete(path);
      await removePage(folder, fileOf(path, page.type));
    },
    /** Empties the folder, from where a web server in front would send what was left, before pages are made. */
    async clearFolder(): Promise<void> {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
    },
  };
}
export type PageStore = Awaited<ReturnType<typeof openPageStore>>;

/** The pages in a folder. Their compressed forms may be of another moment, if whoever wrote them was killed. */
async function readFolder(folder: string): Promise<Map<string, CachedPage>> {
  const found = new Map<string, CachedPage>();
  if (!existsSync(folder)) return found;
  for (const file of await readdir(folder, { recursive: true })) {
    const page = pageOf(file);
    if (!page) continue;
    const plain = await readFile(join(folder, file));
    const forms = { plain, gzip: null, brotli: null };
    found.set(page.path, { type: page.type, etag: tagOf(plain), ...forms });
  }
  return found;
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
