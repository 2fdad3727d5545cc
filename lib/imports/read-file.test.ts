import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { importLimits } from "@/lib/domain/imports/imports";
import { docmType, docx, ole, png, zip } from "@/lib/submissions/evidence/files.fixture";
import { drawnPdf } from "./pdf/drawn-pdf.fixture";
import { readFile } from "./read-file";
import { rowsXml, workbook } from "./sheet/workbooks.fixture";
import { docxOf, p, r } from "./word/docx.fixture";

const line = "一、各单位要加强领导，2025年12月底前完成。";
const word = docxOf(p(r(line)));
const page = `<!DOCTYPE html><html><body><p>${line}</p></body></html>`;

test.each<[string, string, Buffer | string]>([
  ["text", "a.txt", line],
  ["text in GB18030", "a.txt", iconv.encode(line, "gb18030")],
  ["text without a known name", "公文", line],
  ["text that begins like a bitmap", "a.txt", `BM\n${line}`],
  ["a page", "a.html", page],
  ["a page by the name of a text", "a.txt", `<?xml version="1.0"?>\n<!-- a -->${page}`],
  ["a piece of a page", "a.htm", `<p>${line}`],
  ["a page in UTF-16", "a.htm", Buffer.from(`\ufeff${page}`, "utf16le")],
  ["Word", "a.docx", word],
  ["Word by another name", "a.pdf", word],
  ["PDF", "a.docx", drawnPdf([[{ text: line, x: 79, y: 100 }]])],
  ["Excel", "a.xlsx", workbook({ sheets: { 表: rowsXml([["序号", line]]) } })],
  ["CSV", "a.csv", `序号,任务\n1,${line}`],
])("%s is read", async (_, name, bytes) => {
  expect(await readFile(name, Buffer.from(bytes))).toMatchObject({
    text: expect.stringContaining(line),
  });
});

const rtf = "{\\rtf1\\ansi {\\fonttbl}\\par}";
test.each<[string, string, string, Buffer | string]>([
  ["nothing", "file_damaged", "a.txt", ""],
  ["more than 20 MB", "file_too_large", "a.txt", Buffer.alloc(importLimits.bytes + 1, "a")],
  ["old Word or WPS", "document_old", "a.doc", ole("WordDocument")],
  ["old Word by a new name", "document_old", "a.docx", ole("WordDocument")],
  ["a new one with a password", "file_type_refused", "a.docx", ole("EncryptedPackage")],
  ["RTF", "document_old", "a.doc", rtf],
  ["OFD", "document_old", "a.ofd", zip([{ name: "OFD.xml", data: "<a/>" }])],
  [
    "Word 2003 in XML",
    "document_old",
    "a.doc",
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
  ],
  ["a page saved as one file", "document_old", "a.doc", "MIME-Version: 1.0\r\nContent-Type: a"],
  [
    "macros",
    "file_type_refused",
    "a.docm",
    zip([docmType, { name: "word/document.xml", data: "" }]),
  ],
  ["a picture by the name of a text", "document_kind", "a.txt", png],
  ["another archive", "document_kind", "a.docx", zip([{ name: "a.txt", data: line }])],
  ["something packed", "document_kind", "a.txt", gzipSync(line)],
  [
    "bytes that are no text",
    "document_kind",
    "a.txt",
    Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * i * 31 + (i >> 3) * 17) % 256)),
  ],
  ["a document cut off at its beginning", "file_damaged", "a.docx", word.subarray(0, 40)],
  ["a document cut off at its end", "file_damaged", "a.docx", word.subarray(0, -40)],
  ["a document without words", "document_empty", "a.docx", docxOf(p(""))],
  ["a scan", "file_scanned", "a.pdf", drawnPdf([[]])],
  ["zeros", "document_empty", "a.txt", Buffer.alloc(1000)],
  ["a page without words", "document_empty", "a.html", "<script>a</script>"],
  ["hardly a document", "document_empty", "a.docx", docx()],
])("%s: %s", async (_, code, name, bytes) => {
  expect(await readFile(name, Buffer.from(bytes))).toMatchObject({ code });
});
