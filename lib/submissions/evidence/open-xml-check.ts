import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import type { FileFinding } from "@/lib/domain/submissions/evidence";
import { partReader } from "./open-xml-parts";

/**
 * Ratio and grace are those of Apache POI's ZipSecureFile (MIN_INFLATE_RATIO 0.01, GRACE_ENTRY_SIZE 100 KB), which
 * opens real Office files by them.
 */
const caps = { entries: 10_000, unpackedBytes: 256 * 1024 * 1024, ratio: 100, grace: 100 * 1024 };
const contentTypesBytes = 1024 * 1024;
/** A report with a chart holds a table; that holds nothing more. */
const mostNested = 1;

const mainTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
};
type Kind = keyof typeof mainTypes;
const macroName = /vbaProject\.bin$|\/macrosheets\/|\.(doc|xls|ppt|dot|xlt|xla|pot|pps)m$/i;

/** What is left to unpack of one upload, whatever is nested in it. */
type Budget = { bytes: number };

/**
 * What is wrong with these bytes as a Word or Excel file (ISO/IEC 29500) of the kind asked for, or null. Throws on a zip
 * bomb and on a broken file: sizes are judged as declared, and then each part is unpacked to see that it says the truth.
 */
export function openXmlFinding(kind: Kind, bytes: Buffer): Promise<FileFinding | null> {
  return packageFinding([kind], bytes, 0, { bytes: caps.unpackedBytes });
}

async function packageFinding(
  kinds: Kind[],
  bytes: Buffer,
  depth: number,
  budget: Budget,
): Promise<FileFinding | null> {
  if (!isZip(bytes)) return "kind";
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  const entries = await listEntries(zip, budget);
  if (entries.some((entry) => entry.isEncrypted())) return "password";
  if (entries.some(({ fileName }) => macroName.test(fileName))) return "macro";
  const types = entries.find(({ fileName }) => fileName === "[Content_Types].xml");
  if (!types || types.uncompressedSize > contentTypesBytes) return "kind";
  let isKind = false;
  const findings: (FileFinding | null)[] = [];
  for (const entry of entries) {
    const { finding, whole } = await readPart(zip, entry, entry === types);
    findings.push(finding);
    if (entry === types) isKind = kinds.some((kind) => textOf(whole).includes(mainTypes[kind]));
    else if (isZip(whole)) findings.push(await nestedFinding(whole, depth, budget));
  }
  // What is forbidden says more than that it is none of our kinds.
  return findings.find((each) => each !== null) ?? (isKind ? null : "kind");
}

/** A package inside is looked at as one by itself; any other archive inside is none of a document's parts. */
async function nestedFinding(
  bytes: Buffer,
  depth: number,
  budget: Budget,
): Promise<FileFinding | null> {
  if (depth >= mostNested) return "embedded";
  const finding = await packageFinding(["docx", "xlsx"], bytes, depth + 1, budget);
  return finding === "kind" ? "embedded" : finding;
}

function isZip(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, 4) === "PK\x03\x04";
}

/** The content types in whichever encoding they come. */
function textOf(bytes: Buffer): string {
  return bytes.toString("latin1").replaceAll("\0", "");
}

async function listEntries(zip: yauzl.ZipFile, budget: Budget): Promise<yauzl.Entry[]> {
  if (zip.entryCount > caps.entries) throw new Error("Too many parts");
  const entries: yauzl.Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    const { uncompressedSize, compressedSize } = entry;
    budget.bytes -= uncompressedSize;
    const isBomb = uncompressedSize > Math.max(caps.grace, compressedSize * caps.ratio);
    if (isBomb || budget.bytes < 0) throw new Error("Unpacks to too much");
    entries.push(entry);
  }
  // Of two parts with one name, one program reads the first and another the last; Office knows no capitals in names.
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  if (names.size !== entries.length) throw new Error("A part comes twice");
  return entries;
}

/**
 * Reads a part to its end. yauzl throws when it is longer or shorter than declared; the checksum is ours to compare. What
 * is itself a zip, or is asked for, comes back whole.
 */
async function readPart(zip: yauzl.ZipFile, entry: yauzl.Entry, isWanted: boolean) {
  const kept: Buffer[] = [];
  let checksum = 0;
  let reader: ReturnType<typeof partReader> | undefined;
  let isKept = isWanted;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    checksum = crc32(chunk, checksum);
    if (!reader) {
      reader = partReader(entry.fileName, chunk);
      isKept ||= isZip(chunk);
    }
    reader.write(chunk);
    if (isKept) kept.push(chunk);
  }
  if (checksum !== entry.crc32) throw new Error("A part is not what was packed");
  return { finding: reader?.finding() ?? null, whole: Buffer.concat(kept) };
}
