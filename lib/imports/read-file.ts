import { fileTypeFromBuffer } from "file-type";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import { importLimits } from "@/lib/domain/imports/imports";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { tooLarge } from "@/lib/domain/submissions/evidence";
import { contentRefusal } from "@/lib/submissions/evidence/file-check";
import { readHtml } from "./html/read-html";
import { readPdf } from "./pdf/read-pdf";
import { readCsv } from "./sheet/read-csv";
import { readSheet } from "./sheet/read-sheet";
import { type Decoded, decode } from "./text/decode";
import { readText } from "./text/read-text";
import { readDocx } from "./word/read-docx";

/**
 * What stands in a file, by what its bytes are; the name decides only between kinds of text. Refuses what is none of our
 * kinds (`document_kind`) or an old one of them (`document_old`), what holds no words (`document_empty`), more than 20 MB,
 * and what its reader refuses: locked, damaged, a bomb, macros.
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadDocument | Refusal> {
  if (bytes.length === 0) return refuse("file_damaged");
  if (bytes.length > importLimits.bytes) return tooLarge();
  const read = await readByKind(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if ("code" in read) return read.params?.found === "kind" ? refuse("document_kind") : read;
  return read.text.trim() === "" ? refuse("document_empty") : read;
}

async function readByKind(name: string, bytes: Buffer): Promise<ReadDocument | Refusal> {
  const beginning = bytes.toString("latin1", 0, 1024);
  if (beginning.startsWith("\xd0\xcf\x11\xe0")) return ofCompoundFile(bytes);
  if (beginning.startsWith("PK\x03\x04")) return ofZip(bytes);
  if (beginning.includes("%PDF-")) return readPdf(bytes);
  if (oldText.test(beginning)) return refuse("document_old");
  // What is text throughout may begin like anything: BM is a bitmap to who looks no further, a mark of UTF-16 is music.
  const decoded = decode(bytes);
  if (!decoded || decoded.isGuessed || hasControls(decoded.text)) {
    const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
    if (type || !decoded) return refuse("document_kind");
  }
  return ofText(name, bytes, decoded);
}

/** Rich text, documents of Word 2003 in XML, and pages that Word saved as one file. */
const oldText = /^\{\\rtf|^\s*<\?xml[\s\S]*(?:mso-application|<w:wordDocument)|^MIME-Version:/;

function hasControls(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\s]/gu)?.length ?? 0;
  return controls > text.length / 100;
}

/** Office 97–2003 and WPS keep documents in compound files; so is a newer one with a password. */
async function ofCompoundFile(bytes: Buffer): Promise<Refusal> {
  const refusal = await contentRefusal("file.docx", bytes);
  return refusal?.params?.found === "password" ? refusal : refuse("document_old");
}

/** The names of its parts stand in a zip as they are. */
async function ofZip(bytes: Buffer): Promise<ReadDocument | Refusal> {
  if (bytes.includes("word/") || bytes.includes("wordprocessingml")) return readDocx(bytes);
  if (bytes.includes("xl/workbook") || bytes.includes("spreadsheetml")) return readSheet(bytes);
  if (bytes.includes("OFD.xml") || bytes.includes("application/vnd.oasis.opendocument"))
    return refuse("document_old");
  return (await contentRefusal("file.docx", bytes)) ?? refuse("document_kind");
}

function ofText(
  name: string,
  bytes: Buffer,
  decoded: Decoded,
): ReadDocument | Refusal | Promise<ReadDocument | Refusal> {
  if (/\.(?:csv|tsv)$/i.test(name)) return readCsv(bytes);
  const isPage =
    /^\s*(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body|meta)\b/i;
  if (/\.(?:x?html?|shtml)$/i.test(name) || isPage.test(decoded.text.slice(0, 4096)))
    return readHtml(bytes);
  return readText(decoded);
}
