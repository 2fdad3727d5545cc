const home = "/inbox";
const base = "https://same.site";

/** Where to go after signing in: a path of this site and nothing else, however it is spelled. */
export function nextPath(next: unknown): string {
  if (typeof next !== "string" || !URL.canParse(next, base)) return home;
  const { origin, pathname, search, hash } = new URL(next, base);
  const isOurs = origin === base && next.startsWith("/") && !pathname.startsWith("//");
  return isOurs ? `${pathname}${search}${hash}` : home;
}
