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
  if (!type.startsWith("text/html")) return cachePage(type, body, known);
  return cachePage(type, Buffer.from(stripPage(body.toString("utf8"), address)), known);
}
