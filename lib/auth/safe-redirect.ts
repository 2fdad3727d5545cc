const base = "https://same.site";

/** Where somebody wants to go next: a path of this site and nothing else, however it is spelled; else `home`. */
export function safeRedirect(wanted: unknown, home: string): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, base)) return home;
  const { origin, pathname, search, hash } = new URL(wanted, base);
  const isOurs = origin === base && wanted.startsWith("/") && !pathname.startsWith("//");
  return isOurs ? `${pathname}${search}${hash}` : home;
}

/** Whether next-auth can take it for a place to go to, ours or not; it answers anything else as if it were set up wrongly. */
export function isCallbackUrl(wanted: string): boolean {
  if (!URL.canParse(wanted, wanted.startsWith("/") ? base : undefined)) return false;
  return /^https?:$/.test(new URL(wanted, base).protocol);
}
