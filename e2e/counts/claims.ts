import { baseUrl, inParallel } from "@/e2e/requests";
import {
  type Link,
  type List,
  listAt,
  type PageNumbers,
  readNumbers,
  saysNumber,
} from "./page-numbers";

/** Reads a page of ours by its path and query; null where the person who asks has none there. */
export type Reader = (address: string) => Promise<PageNumbers | null>;

/** Something that holds, or says what of it does not. Reading again may tell another story: the site goes on working. */
export type Claim = (read: Reader) => Promise<string | null>;

/** Reads as whoever has this cookie, each page once. */
export function readerFor(cookie = ""): Reader {
  const known = new Map<string, Promise<PageNumbers | null>>();
  return (address) => {
    const page = known.get(address) ?? readPage(address, cookie);
    known.set(address, page);
    return page;
  };
}

async function readPage(address: string, cookie: string): Promise<PageNumbers | null> {
  const response = await fetch(`${baseUrl}${address}`, { headers: { cookie } });
  const html = await response.text();
  if (response.status === 404) return null;
  if (response.status === 429) {
    // So much at once is more than one visitor may ask: as any visitor is told, a little later it is answered.
    const seconds = Number(response.headers.get("retry-after") ?? 1);
    await new Promise((done) => setTimeout(done, seconds * 1000));
    return readPage(address, cookie);
  }
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  return isPage && !new URL(response.url).pathname.includes("/sign-in") ? readNumbers(html) : null;
}

/** A link on a page, as an address of ours and the list there that it names; null where it leads elsewhere. */
export function targetOf(page: string, href: string): { address: string; fragment: string } | null {
  const url = new URL(href, `${baseUrl}${page}`);
  if (url.origin !== new URL(baseUrl).origin) return null;
  return {
    address: `${url.pathname}${url.search}`,
    fragment: decodeURIComponent(url.hash.slice(1)),
  };
}

/** That the number of a link is that of the list it leads to; and that a link that says a number of such a list is marked. */
export function linkClaim(page: string, href: string): Claim {
  return async (read) => {
    const links = (await read(page))?.links.filter((link) => link.href === href) ?? [];
    const target = targetOf(page, href);
    if (!target || links.length === 0) return null;
    const there = await read(target.address);
    const list = there && listAt(there, target.fragment);
    const wrongs = links.flatMap((link) => wrongOf(link, there !== null, list) ?? []);
    return wrongs.length > 0 ? `${page} → ${href} ${wrongs.join("; ")}` : null;
  };
}

function wrongOf({ count, text, context }: Link, isThere: boolean, list?: List | null) {
  if (count === null)
    return list && saysNumber(text) ? `“${text}” says a number and has no data-count` : null;
  if (!isThere) return `${count}: there is no page`;
  if (!list) return `${count}: there is no data-total`;
  if (!context.includes(String(count))) return `${count} is not said`;
  return list.total === count ? null : `${count} here, ${list.total} there`;
}

/** More pages than this nobody turns. */
const mostPages = 15;

/** That a list has as many as it says, on all its pages; or leads to the whole, where the page has only the first of it. */
export function listClaim(page: string, id: string | null): Claim {
  return async (read) => {
    const most = new Map<string, number>();
    let [total, shown]: [number | null, number] = [null, 0];
    let address: string | null = page;
    for (let turned = 0; address !== null; turned++) {
      if (turned === mostPages) return null;
      const list: List | undefined = (await read(address))?.lists.find((each) => each.id === id);
      if (!list?.rows) break;
      total ??= list.total;
      if (list.total !== total) return `${address} #${id}: ${total} before, now ${list.total}`;
      for (const [row, times] of timesOf(list.rows))
        most.set(row, Math.max(times, most.get(row) ?? 0));
      shown = [...most.values()].reduce((sum, times) => sum + times, 0);
      if (shown < total && list.next === null && list.whole) return null;
      address = list.next && (targetOf(address, list.next)?.address ?? null);
    }
    return total === null || shown === total ? null : `${page} #${id}: says ${total}, has ${shown}`;
  };
}

function timesOf(rows: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const row of rows) times.set(row, (times.get(row) ?? 0) + 1);
  return times;
}

/** What of these does not hold, and still does not when everything is read anew a moment later. */
export async function whatDiffers(
  claims: readonly Claim[],
  readers: { first: Reader; anew: () => Reader },
): Promise<string[]> {
  let [open, found] = await askAll(claims, readers.first);
  for (let again = 0; again < 3 && open.length > 0; again++) {
    await new Promise((done) => setTimeout(done, 1500));
    [open, found] = await askAll(open, readers.anew());
  }
  return found;
}

async function askAll(claims: readonly Claim[], read: Reader): Promise<[Claim[], string[]]> {
  const failed: [Claim, string][] = [];
  await inParallel(claims, async (claim) => {
    const difference = await claim(read);
    if (difference !== null) failed.push([claim, difference]);
  });
  return [failed.map(([claim]) => claim), failed.map(([, difference]) => difference)];
}
