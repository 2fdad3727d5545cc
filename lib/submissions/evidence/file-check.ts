import { fileTypeFromBuffer } from "file-type";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { evidenceExtension, fileRefusal } from "@/lib/domain/submissions/evidence";
import { openXmlRefusal } from "./open-xml-check";

/**
 * Why a file is not taken, or null. The bytes decide what it is, and the name must agree: `file_type_refused` for what
 * is not on the list, pretends, is locked or carries macros; `file_damaged` for what is empty, cut off or a zip bomb.
 */
export async function contentRefusal(name: string, bytes: Buffer): Promise<Refusal | null> {
  const refusal = fileRefusal({ name, size: bytes.length });
  const extension = evidenceExtension(name);
  if (refusal || !extension) return refusal;
  if (extension === "docx" || extension === "xlsx") return openXmlRefusal(extension, bytes);

  const isOle = extension === "doc" || extension === "xls";
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found?.ext !== (isOle ? "cfb" : extension) || endsAsZip(bytes))
    return refuse("file_type_refused");
  if (isOle) return oleRefusal(extension, bytes);
  const isWhole = extension === "pdf" ? endsAsPdf(bytes) : isWholeImage[extension](bytes);
  return isWhole ? null : refuse("file_damaged");
}

/** A PDF says %%EOF within its last 1024 bytes (ISO 32000-1 Annex H, note 18). */
function endsAsPdf(bytes: Buffer): boolean {
  return bytes.subarray(-1024).includes("%%EOF");
}

/**
 * A zip is read from its end, so that a file can be a picture or a PDF from its start and an archive or a program (jar)
 * from its end: two files in one, of which only one was checked.
 */
function endsAsZip(bytes: Buffer): boolean {
  const endRecord = 22;
  const at = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (at < 0 || at + endRecord > bytes.length) return false;
  return at + endRecord + bytes.readUInt16LE(at + 20) === bytes.length;
}

/** Whether an image, known by its first bytes, is there to its end: a broken upload is found while it can be mended. */
export const isWholeImage = { png: isWholePng, jpg: isWholeJpeg, webp: isWholeWebp };

/** PNG (W3C) is a signature and chunks of length, type, data and checksum; the last is IEND. */
function isWholePng(bytes: Buffer): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return true;
  return false;
}

/** JPEG (ITU-T T.81) is marked segments up to the scan, which ends with FF D9. Phones may add a clip after that. */
function isWholeJpeg(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    if (bytes[at + 1] === 0xda) return bytes.indexOf(Buffer.from([0xff, 0xd9]), at) > 0;
    at += bytes[at + 1] === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

/** WebP (RFC 9649) says its length in the RIFF header. */
function isWholeWebp(bytes: Buffer): boolean {
  return bytes.length >= 12 && bytes.readUInt32LE(4) + 8 <= bytes.length;
}

// A compound file ([MS-CFB]) names its streams in UTF-16: what is in it can be told without walking its sectors.
const streamName = (name: string) => Buffer.from(`${name}\0`, "utf16le");
const mainStreams = {
  doc: [streamName("WordDocument")],
  xls: [streamName("Workbook"), streamName("Book")],
};
/** Of a macro project ([MS-OVBA]), and of a newer Office file locked with a password ([MS-OFFCRYPTO]). */
const refusedStreams = [streamName("_VBA_PROJECT"), streamName("EncryptedPackage")];

/** Whether these bytes, known to be a compound file, are the Word or Excel file of 97–2003 asked for, without macros. */
export function oleRefusal(kind: keyof typeof mainStreams, bytes: Buffer): Refusal | null {
  const isKind = mainStreams[kind].some((name) => bytes.includes(name));
  const isRefused = refusedStreams.some((name) => bytes.includes(name));
  return isKind && !isRefused ? null : refuse("file_type_refused");
}
