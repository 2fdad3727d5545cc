import type yauzl from "yauzl";
import type { FileFinding } from "@/lib/domain/submissions/evidence";
import {
  type Budget,
  isZip,
  openPackage,
  type PackageCaps,
  packageCaps,
  unpacked,
} from "./open-xml-package";
import { partReader } from "./open-xml-parts";

const contentTypesBytes = 1024 * 1024;
/** A report with a chart holds a table; that holds nothing more. */
const mostNested = 1;

const mainTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
};
type Kind = keyof typeof mainTypes;
const macroName = /vbaProject\.bin$|\/macrosheets\/|\.(doc|xls|ppt|dot|xlt|xla|pot|pps)m$/i;

/** How a package is judged: what it may unpack to, and what may be found in it, as nobody will open it again. */
export type PackagePolicy = { caps?: PackageCaps; allowed?: readonly FileFinding[] };

/**
 * What is wrong with these bytes as a Word or Excel file (ISO/IEC 29500) of the kind asked for, or null. Throws on a zip
 * bomb and on a broken file: sizes are judged as declared, and then each part is unpacked to see that it says the truth.
 */
export function openXmlFinding(
  kind: Kind,
  bytes: Buffer,
  { caps = packageCaps, allowed = [] }: PackagePolicy = {},
): Promise<FileFinding | null> {
  const budget = { bytes: caps.unpackedBytes };
  return packageFinding([kind], bytes, 0, { caps, allowed, budget });
}

type Limits = Required<PackagePolicy> & { budget: Budget };

async function packageFinding(
  kinds: Kind[],
  bytes: Buffer,
  depth: number,
  limits: Limits,
): Promise<FileFinding | null> {
  if (!isZip(bytes)) return "kind";
  const { zip, entries } = await openPackage(bytes, limits.caps, limits.budget);
  if (entries.some((entry) => entry.isEncrypted())) return "password";
  if (entries.some(({ fileName }) => macroName.test(fileName))) return "macro";
  const types = entries.find(({ fileName }) => fileName === "[Content_Types].xml");
  if (!types || types.uncompressedSize > contentTypesBytes) return "kind";
  let isKind = false;
  const findings: (FileFinding | null)[] = [];
  for (const entry of entries) {
    const { found, whole } = await readPart(zip, entry, entry === types);
    findings.push(...found.filter((each) => !limits.allowed.includes(each)).slice(0, 1));
    if (entry === types) isKind = kinds.some((kind) => textOf(whole).includes(mainTypes[kind]));
    else if (isZip(whole)) findings.push(await nestedFinding(whole, depth, limits));
  }
  // What is forbidden says more than that it is none of our kinds.
  return findings.find((each) => each !== null) ?? (isKind ? null : "kind");
}

/** A package inside is looked at as one by itself; any other archive inside is none of a document's parts. */
async function nestedFinding(
  bytes: Buffer,
  depth: number,
  limits: Limits,
): Promise<FileFinding | null> {
  const embedded = limits.allowed.includes("embedded") ? null : "embedded";
  if (depth >= mostNested) return embedded;
  const finding = await packageFinding(["docx", "xlsx"], bytes, depth + 1, limits);
  return finding === "kind" ? embedded : finding;
}

/** The content types in whichever encoding they come. */
function textOf(bytes: Buffer): string {
  return bytes.toString("latin1").replaceAll("\0", "");
}

/** Reads a part to its end. What is itself a zip, or is asked for, comes back whole. */
async function readPart(zip: yauzl.ZipFile, entry: yauzl.Entry, isWanted: boolean) {
  const kept: Buffer[] = [];
  let reader: ReturnType<typeof partReader> | undefined;
  let isKept = isWanted;
  for await (const chunk of unpacked(zip, entry)) {
    if (!reader) {
      reader = partReader(entry.fileName, chunk);
      isKept ||= isZip(chunk);
    }
    reader.write(chunk);
    if (isKept) kept.push(chunk);
  }
  return { found: reader?.findings() ?? [], whole: Buffer.concat(kept) };
}
