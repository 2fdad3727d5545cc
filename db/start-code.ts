import { createHash, createHmac } from "node:crypto";
import { startCode } from "@/lib/domain/people/start-links";
import { env } from "@/lib/env";

/**
 * The code of a start link: 128 bits that follow from its id by the site's secret, so that it can be said again to whoever
 * issued it, and mailed, without being kept anywhere.
 */
export function startCodeOf(linkId: string): string {
  const bytes = createHmac("sha256", env().NEXTAUTH_SECRET).update(`start-link ${linkId}`).digest();
  return startCode(bytes.subarray(0, 16));
}

/** What is kept of a code, as `startCode` writes it. */
export function startCodeHash(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
