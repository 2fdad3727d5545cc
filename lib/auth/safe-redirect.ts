const base = "https://same.site";

/** Where somebody wants to go next: a path of this site and nothing else, however it is spelled; else `home`. */
export function safeRedirect(asked: unknown, home: string): string {
  if (typeof asked !== "string" || !URL.canParse(asked, base)) return home;
  const { origin, pathname, search, hash } = new URL(asked, base);
  const isOurs = origin === base && asked.startsWith("/") && !pathname.startsWith("//");
  return isOurs ? `${pathname}${search}${hash}` : home;
}
