import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type CachedPage, fileOf } from "./cached-page";

/**
 * The edition of this process: in memory, from where it is sent, and as files in a folder for a web server in front. A page
 * is replaced whole, so nobody gets half of one.
 */
export async function openPageStore(folder: string) {
  const pages = new Map<string, CachedPage>();
  // What another process left there may have been withdrawn since.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return {
    get: (path: string) => pages.get(path),
    paths: () => [...pages.keys()],
    async put(path: string, page: CachedPage): Promise<void> {
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
      const page = pages.get(path);
      if (!page) return;
      pages.delete(path);
      await removePage(folder, fileOf(path, page.type));
    },
  };
}
export type PageStore = Awaited<ReturnType<typeof openPageStore>>;

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
