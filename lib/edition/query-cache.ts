import { LRUCache } from "lru-cache";
import { type CachedPage, sizeOf } from "./cached-page";

const most = 300;
const mostBytes = 64 * 1024 * 1024;

/**
 * Pages with a query (another day, a search), cached until anything public changes: the same address asked for twice is
 * rendered once. A page that failed is not cached; what nobody has asked for longest gives way, to the most or the largest.
 */
export function openQueryCache(render: (address: string) => Promise<CachedPage | null>) {
  let rendering = new Map<string, Promise<CachedPage | null>>();
  const pages = new LRUCache<string, CachedPage>({
    max: most,
    maxSize: mostBytes,
    sizeCalculation: sizeOf,
  });
  return {
    clear() {
      pages.clear();
      // What was begun before the change may show how things were: whoever waits for it gets it, and nobody after them.
      rendering = new Map();
    },
    has: (address: string) => pages.has(address) || rendering.has(address),
    async get(address: string): Promise<CachedPage | null> {
      const cached = pages.get(address);
      if (cached) return cached;
      const begun = rendering;
      const page = begun.get(address) ?? render(address);
      begun.set(address, page);
      try {
        const rendered = await page;
        if (rendered && begun === rendering) pages.set(address, rendered);
        return rendered;
      } finally {
        begun.delete(address);
      }
    },
  };
}

export type QueryCache = ReturnType<typeof openQueryCache>;
