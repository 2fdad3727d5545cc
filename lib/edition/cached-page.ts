import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [toGzip, toBrotli] = [promisify(gzip), promisify(brotliCompress)];
// Pictures and PDFs are compressed already.
const packed = /^(image\/png|application\/pdf)/;

/** One page or file of the edition: its bytes as they go out, plain and compressed, each with its tag. */
export type CachedPage = {
  type: string;
  etag: string;
  plain: Buffer;
  gzip: Buffer | null;
  brotli: Buffer | null;
};

/** Prepares a page to be sent many times; one that says what `known` says is that one. */
export async function cachePage(
  type: string,
  plain: Buffer,
  known?: CachedPage,
): Promise<CachedPage> {
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  if (known?.etag === etag && known.type === type) return known;
  if (packed.test(type)) return { type, etag, plain, gzip: null, brotli: null };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  const [zipped, brotli] = await Promise.all([toGzip(plain), toBrotli(plain, quality)]);
  return { type, etag, plain, gzip: zipped, brotli };
}

/** Where a page is stored in a folder: a directory's index, or a file with the ending of its type. */
export function fileOf(path: string, type: string): string {
  const name = decodeURI(path).replace(/^\/|\/$/g, "");
  if (type.startsWith("text/html")) return name === "" ? "index.html" : `${name}/index.html`;
  return /\.[a-z]+$/.test(name) || !type.startsWith("application/json") ? name : `${name}.json`;
}
