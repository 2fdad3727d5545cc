import { fileTypeFromBuffer } from "file-type";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { evidenceExtension, fileRefusal } from "@/lib/domain/submissions/evidence";
import { isWholeImage } from "./image-check";
import { oleRefusal } from "./ole-check";
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
