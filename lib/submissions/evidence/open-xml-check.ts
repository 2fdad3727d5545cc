import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import { type Refusal, refuse } from "@/lib/domain/refusals";

/**
 * Ratio and grace are those of Apache POI's ZipSecureFile (MIN_INFLATE_RATIO 0.01, GRACE_ENTRY_SIZE 100 KB), which
 * opens real Office files by them.
 */
const caps = { entries: 10_000, unpackedBytes: 256 * 1024 * 1024, ratio: 100, grace: 100 * 1024 };
const contentTypesBytes = 1024 * 1024;

const mainTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
};
const macroPart = /vbaProject\.bin$|\/macrosheets\/|\.(doc|xls|ppt)m$/i;
const macroType = /macroEnabled|vbaProject/i;

/**
 * Whether these bytes are a whole Word or Excel file (ISO/IEC 29500) of the kind asked for, without macros or passwords,
 * and no zip bomb: sizes are judged as declared, and then each part is unpacked to see that it says the truth.
 */
export async function openXmlRefusal(
  kind: keyof typeof mainTypes,
  bytes: Buffer,
): Promise<Refusal | null> {
  if (!bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) return refuse("file_type_refused");
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
    const entries = await listEntries(zip);
    if (entries.some((entry) => entry.isEncrypted() || macroPart.test(entry.fileName)))
      return refuse("file_type_refused");
    const types = entries.find(({ fileName }) => fileName === "[Content_Types].xml");
    if (!types || types.uncompressedSize > contentTypesBytes) return refuse("file_type_refused");
    const declared = (await unpack(zip, types, true)).toString("utf8");
    if (!declared.includes(mainTypes[kind]) || macroType.test(declared))
      return refuse("file_type_refused");
    for (const entry of entries) await unpack(zip, entry, false);
    return null;
  } catch {
    return refuse("file_damaged");
  }
}

async function listEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  if (zip.entryCount > caps.entries) throw new Error("Too many parts");
  const entries: yauzl.Entry[] = [];
  let unpackedBytes = 0;
  for await (const entry of zip.eachEntry()) {
    const { uncompressedSize, compressedSize } = entry;
    unpackedBytes += uncompressedSize;
    const isBomb = uncompressedSize > Math.max(caps.grace, compressedSize * caps.ratio);
    if (isBomb || unpackedBytes > caps.unpackedBytes) throw new Error("Unpacks to too much");
    entries.push(entry);
  }
  // Of two parts with one name, one program reads the first and another the last.
  if (new Set(entries.map(({ fileName }) => fileName)).size !== entries.length)
    throw new Error("A part comes twice");
  return entries;
}

/** Reads a part to its end. yauzl throws when it is longer or shorter than declared; the checksum is ours to compare. */
async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, isWanted: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let checksum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    checksum = crc32(chunk, checksum);
    if (isWanted) chunks.push(chunk);
  }
  if (checksum !== entry.crc32) throw new Error("A part is not what was packed");
  return Buffer.concat(chunks);
}
