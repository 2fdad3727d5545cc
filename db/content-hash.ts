import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 in hex over canonical JSON (RFC 8785): equal values have equal hashes, whatever their key order. */
export function contentHash(value: unknown): string {
  const bytes = canonicalize(value);
  if (bytes === undefined) throw new TypeError("Nothing to hash");
  return createHash("sha256").update(bytes).digest("hex");
}
