import { fileTypeFromBuffer } from "file-type";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import {
  type EvidenceExtension,
  evidenceExtension,
  type FileFinding,
  fileRefusal,
  foundInFile,
} from "@/lib/domain/submissions/evidence";
import { imageEnd } from "./image-end";
import { oldOfficeFinding } from "./old-office-check";
import { openXmlFinding, type PackagePolicy } from "./open-xml-check";
import { hasContent, holdsArchive, isAnotherFile } from "./other-files";
import { pdfFinding } from "./pdf-check";

/**
 * Why a file is not taken, or null. The bytes decide what it is, and the name must agree: `file_type_refused` for what
 * is not on the list, pretends, is locked, runs something, reaches out or holds another file, with what was found;
 * `file_damaged` for what is empty, cut off or a zip bomb. A policy says otherwise of Word and Excel files.
 */
export async function contentRefusal(
  name: string,
  bytes: Buffer,
  policy?: PackagePolicy,
): Promise<Refusal | null> {
  const refusal = fileRefusal({ name, size: bytes.length });
  const extension = evidenceExtension(name);
  if (refusal || !extension) return refusal;
  try {
    const found = await findingIn(extension, bytes, policy);
    return found && foundInFile(found);
  } catch {
    return refuse("file_damaged");
  }
}

async function findingIn(
  extension: EvidenceExtension,
  bytes: Buffer,
  policy?: PackagePolicy,
): Promise<FileFinding | null> {
  const isOpenXml = extension === "docx" || extension === "xlsx";
  const isOld = extension === "doc" || extension === "xls";
  if (isOpenXml || isOld) {
    // A newer file with a password is an old one by its first bytes.
    if (isLockedOpenXml(bytes)) return "password";
    if (isOpenXml && !startsAsZip(bytes)) return "kind";
    if (isOld && !startsAsCompound(bytes)) return "kind";
    if (holdsArchive(bytes, { mayHoldZip: true })) return "trailing";
    return isOpenXml
      ? openXmlFinding(extension, bytes, policy)
      : oldOfficeFinding(extension, bytes);
  }
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (type?.ext !== extension) return "kind";
  return extension === "pdf" ? wholePdfFinding(bytes) : imageFinding(extension, bytes);
}

/** A PDF says %%EOF within its last 1024 bytes (ISO 32000-1 Annex H, note 18). */
async function wholePdfFinding(bytes: Buffer): Promise<FileFinding | null> {
  const last = bytes.lastIndexOf("%%EOF");
  if (last < 0 || last < bytes.length - 1024) throw new Error("No end");
  const behind = bytes.subarray(last + 5);
  if (holdsArchive(bytes, { mayHoldZip: false }) || hasContent(behind)) return "trailing";
  return pdfFinding(bytes);
}

/** A phone adds a clip or a second picture behind a JPEG; nothing belongs behind the others. */
async function imageFinding(
  extension: keyof typeof imageEnd,
  bytes: Buffer,
): Promise<FileFinding | null> {
  const behind = bytes.subarray(imageEnd[extension](bytes));
  if (holdsArchive(bytes, { mayHoldZip: false }) || (await isAnotherFile(behind)))
    return "trailing";
  return extension !== "jpg" && hasContent(behind) ? "trailing" : null;
}

const compoundMagic = Buffer.from("d0cf11e0a1b11ae1", "hex");
const startsAsCompound = (bytes: Buffer) => bytes.subarray(0, 8).equals(compoundMagic);
const startsAsZip = (bytes: Buffer) => bytes.toString("latin1", 0, 4) === "PK\x03\x04";
const encryptedPackage = Buffer.from("EncryptedPackage\0", "utf16le");

/** [MS-OFFCRYPTO] 2.3: an encrypted package stands as a stream of this name in a compound file. */
function isLockedOpenXml(bytes: Buffer): boolean {
  return startsAsCompound(bytes) && bytes.includes(encryptedPackage);
}
