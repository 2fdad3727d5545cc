import { routes } from "@/e2e/policy";
import { inParallel } from "@/e2e/requests";
import { isFile } from "@/lib/edition/pages";
import { type Claim, linkClaim, listClaim, type Reader, targetOf } from "./claims";
import { saysNumber } from "./page-numbers";

/**
 * Of pages of one kind, and of numbers that lead from one kind to another, so many are looked at; and of pages only those
 * that are wanted.
 */
export type Bounds = { pages: number; numbers: number; isWanted?: (address: string) => boolean };

/** Walks from these pages along every link of ours, and gives what each number of a link and each list on the way claims. */
export async function walk(
  read: Reader,
  starts: readonly string[],
  { isWanted = () => true, ...most }: Bounds,
): Promise<Claim[]> {
  const claims = new Map<string, Claim>();
  const [pages, numbers] = [countUpTo(most.pages), countUpTo(most.numbers)];
  const seen = new Set<string>();
  let round = [...starts];
  while (round.length > 0) {
    const found = new Set<string>();
    await inParallel(round, async (page) => {
      const { lists, links } = (await read(page)) ?? { lists: [], links: [] };
      for (const { id, isFirst } of lists)
        if (isFirst) claims.set(`${page} ${id}`, listClaim(page, id));
      for (const link of links) {
        const target = targetOf(page, link.href);
        if (!target || isNoPage(target.address)) continue;
        const name = `${link.count} at ${target.address}#${target.fragment}`;
        const isNumber = link.count !== null || saysNumber(link.text);
        if (isNumber && !claims.has(name) && numbers(`${kindOf(page)} ${kindOf(target.address)}`))
          claims.set(name, linkClaim(page, link.href));
        if (isWanted(target.address)) found.add(target.address);
      }
    });
    round = [...found].filter((address) => !seen.has(address) && pages(kindOf(address)));
    for (const address of round) seen.add(address);
  }
  return [...claims.values()];
}

function countUpTo(most: number) {
  const counts = new Map<string, number>();
  return (kind: string) => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count < most;
  };
}

/** A file is no page; to sign in is not to look around. */
function isNoPage(address: string): boolean {
  const [path = ""] = address.split("?");
  return isFile(path) || /\/export$|\/sign-in$/.test(path);
}

const patterns = Object.entries(routes).map(([route, door]) => {
  const own = route.replace("/[locale]", "");
  const pattern = new RegExp(`^(?:/en)?${own.replace(/\[[^\]]+\]/g, "[^/]+")}/?$`);
  return { route, door, pattern, isNamed: own.includes("[") };
});

function routeOf(path: string) {
  const fitting = patterns.filter(({ pattern }) => pattern.test(path));
  return fitting.find(({ isNamed }) => !isNamed) ?? fitting[0];
}

/** Whether an address is of the workspace. */
export function isOfWorkspace(address: string): boolean {
  const [path = ""] = address.split("?");
  return (routeOf(path)?.door ?? "everybody") !== "everybody";
}

/** What an address asks for by a word of ours: another word is another kind of page. */
const ownWords = ["list", "status", "state", "due", "owed", "kind", "light"];

/** What one route makes of questions of one kind. */
function kindOf(address: string): string {
  const [path = "", query] = address.split("?");
  const asked = [...new URLSearchParams(query)].map(([name, value]) =>
    ownWords.includes(name) ? `${name}=${value}` : name,
  );
  const language = /^\/en(?:\/|$)/.test(path) ? "en" : "zh";
  return [language, routeOf(path)?.route ?? path, ...asked.sort()].join(" ");
}
