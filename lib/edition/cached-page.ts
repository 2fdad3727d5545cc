import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isFile } from "./pages";

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
  /** What it is beside, or comes after, as its `Link` header says (RFC 8288). */
  link?: string;
};

/** The strong tag of a page's bytes. */
export function tagOf(plain: Buffer): string {
  return `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
}

/** Prepares a page to be sent many times; one that says what `known` says is that one. */
export async function cachePage(
  type: string,
  plain: Buffer,
  { known, link }: { known?: CachedPage; link?: string } = {},
): Promise<CachedPage> {
  const etag = tagOf(plain);
  if (known?.etag === etag && known.type === type && known.link === link) return known;
  const said = { type, etag, plain, ...(link !== undefined && { link }) };
  if (packed.test(type)) return { ...said, gzip: null, brotli: null };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  const [zipped, brotli] = await Promise.all([toGzip(plain), toBrotli(plain, quality)]);
  return { ...said, gzip: zipped, brotli };
}

/** What the files of an edition are, by their endings; the same as in deploy/nginx.conf. */
const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonld: "application/ld+json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  png: "image/png",
  pdf: "application/pdf",
};

/** Which page a file of an edition is, and of what type; null for a compressed form and anything else. The reverse of `fileOf`. */
export function pageOf(file: string): { path: string; type: string } | null {
  const type = types[file.split(".").at(-1) ?? ""];
  if (!type) return null;
  const name = file.replace(/(^|\/)index\.html$/, "").replace(/^(api\/v1\/.*)\.json$/, "$1");
  const isNamedJson = file === "api/v1/openapi.json";
  return { path: encodeURI(`/${isNamedJson ? file : name}`), type };
}

/** Where a page is stored in a folder: a directory's index, or a file with the ending of its type. */
export function fileOf(path: string, type: string): string {
  const name = decodeURI(path).replace(/^\/|\/$/g, "");
  if (type.startsWith("text/html")) return name === "" ? "index.html" : `${name}/index.html`;
  return /\.[a-z]+$/.test(name) || !type.startsWith("application/json") ? name : `${name}.json`;
}

/** Every file that the page at a path may be stored in, whatever its type is. */
export function filesOf(path: string): { file: string; type: string }[] {
  const kinds = isFile(path) ? ["application/json", "text/plain"] : ["text/html"];
  return [...new Set(kinds.map((type) => fileOf(path, type)))].flatMap((file) => {
    const page = pageOf(file);
    return page?.path === path ? [{ file, type: page.type }] : [];
  });
}

/** What a page takes of memory; one with nothing in it takes some, too. */
export function sizeOf({ plain, gzip, brotli }: CachedPage): number {
  return 1 + plain.length + (gzip?.length ?? 0) + (brotli?.length ?? 0);
}
