import { pathWithin } from "@/messages/locales";

/** The header in which a request's own address reaches the pages, which do not know it themselves. */
export const wantedHeader = "x-wanted-path";

/** The address that somebody asked for, with its query and without its language: where they are led after signing in. */
export function wantedPath({ pathname, search }: { pathname: string; search: string }): string {
  const query = new URLSearchParams(search);
  // What the framework adds when it fetches a page for a link.
  query.delete("_rsc");
  return `${pathWithin(pathname)}${query.size > 0 ? `?${query}` : ""}`;
}

/** The sign-in page that leads to an address afterwards. */
export function signInPath(wanted: string): string {
  return `/sign-in?next=${encodeURIComponent(wanted)}`;
}

/** The page where somebody chooses a password of their own, that leads to an address afterwards. */
export function passwordPath(wanted: string): string {
  return `/account/password?next=${encodeURIComponent(wanted)}`;
}
