import { crc32 } from "node:zlib";
import yauzl from "yauzl";

export type PackageCaps = {
  entries: number;
  unpackedBytes: number;
  entryBytes: number;
  ratio: number;
  grace: number;
};

/**
 * Ratio and grace are those of Apache POI's ZipSecureFile (MIN_INFLATE_RATIO 0.01, GRACE_ENTRY_SIZE 100 KB), which
 * opens real Office files by them.
 */
export const packageCaps: PackageCaps = {
  entries: 10_000,
  unpackedBytes: 256 * 1024 * 1024,
  entryBytes: 256 * 1024 * 1024,
  ratio: 100,
  grace: 100 * 1024,
};

/** What is left to unpack of one upload, whatever is nested in it. */
export type Budget = { bytes: number };

export function isZip(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, 4) === "PK\x03\x04";
}

/** A zip and what its directory lists. Throws on a broken one and on a zip bomb, by the sizes that it declares. */
export async function openPackage(
  bytes: Buffer,
  caps: PackageCaps,
  budget: Budget = { bytes: caps.unpackedBytes },
): Promise<{ zip: yauzl.ZipFile; entries: yauzl.Entry[] }> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  if (zip.entryCount > caps.entries) throw new Error("Too many parts");
  const entries: yauzl.Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    const { uncompressedSize, compressedSize } = entry;
    budget.bytes -= uncompressedSize;
    const most = Math.min(Math.max(caps.grace, compressedSize * caps.ratio), caps.entryBytes);
    if (uncompressedSize > most || budget.bytes < 0) throw new Error("Unpacks to too much");
    entries.push(entry);
  }
  // Of two parts with one name, one program reads the first and another the last; Office knows no capitals in names.
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  if (names.size !== entries.length) throw new Error("A part comes twice");
  return { zip, entries };
}

/**
 * A part in pieces, to its end. yauzl throws when it is longer or shorter than declared; the checksum is ours to compare.
 */
export async function* unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  let checksum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.crc32) throw new Error("A part is not what was packed");
}
