import { type CachedPage, cachePage } from "./cached-page";
import { stripPage } from "./strip";

/** A page that cannot be rendered now: the old one stays. */
export class RenderFailure extends Error {}

type How = { address?: (value: string) => string; cookie?: string; known?: CachedPage };

/**
 * Renders a page by asking Next's own handler at `origin`, and strips it. Null when there is no such page (any more);
 * throws when it fails. One that has moved is where it moved to.
 */
export async function renderPage(
  origin: string,
  path: string,
  { address, cookie = "", known }: How = {},
): Promise<CachedPage | null> {
  // Next would pack what is unpacked here at once.
  const headers = { cookie, "accept-encoding": "identity" };
  const response = await fetch(`${origin}${path}`, { redirect: "manual", headers });
  const body = Buffer.from(await response.arrayBuffer());
  if (response.status === 404 || (response.status >= 300 && response.status < 400)) return null;
  if (response.status !== 200) throw new RenderFailure(`${path} answered ${response.status}`);
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  const said = { known, link: keptLink(response.headers.get("link")) };
  if (!type.startsWith("text/html")) return cachePage(type, body, said);
  return cachePage(type, Buffer.from(stripPage(body.toString("utf8"), address)), said);
}

/** Of a `Link` header what leads to other pages and files: what Next would have loaded ahead is stripped with its scripts. */
function keptLink(header: string | null): string | undefined {
  const links = header?.split(/,\s*(?=<)/) ?? [];
  const kept = links.filter((link) => /;\s*rel="?(?:next|alternate)"?/.test(link));
  return kept.length > 0 ? kept.join(", ") : undefined;
}
