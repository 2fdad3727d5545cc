import { LRUCache } from "lru-cache";
import type { CachedPage } from "./cached-page";

const most = 300;

/**
 * Pages with a query (another day, a search), cached until anything public changes: the same address asked for twice is
 * rendered once. A page that failed is not cached; what nobody has asked for longest gives way.
 */
export function openQueryCache(render: (url: string) => Promise<CachedPage | null>) {
  const pages = new LRUCache<string, Promise<CachedPage | null>>({ max: most });
  return {
    clear: () => pages.clear(),
    has: (url: string) => pages.has(url),
    get(url: string): Promise<CachedPage | null> {
      const cached = pages.get(url);
      if (cached) return cached;
      const page = render(url);
      pages.set(url, page);
      page.catch(() => pages.peek(url) === page && pages.delete(url));
      return page;
    },
  };
}
