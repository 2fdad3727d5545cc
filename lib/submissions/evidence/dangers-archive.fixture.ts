import { gzipSync } from "node:zlib";
import { pdfOf, stream } from "./dangers-pdf.fixture";
import { docx, jpg, type Labelled, latin, pdf, png, webp, zip } from "./files.fixture";

// Archives and programs behind and inside of what looks like something else.

const archives: [string, Buffer][] = [
  ["zip", zip([{ name: "a.js", data: "alert(1)" }])],
  ["zip with something behind", Buffer.concat([zip([{ name: "a", data: "a" }]), latin("\n\n")])],
  ["rar", latin("Rar!\x1a\x07\x01\0abcdef")],
  ["7z", latin("7z\xbc\xaf\x27\x1c\0\x04abcdef")],
  ["gz", gzipSync("alert(1)")],
  ["xz", latin("\xfd7zXZ\0\0\x04abcdef")],
  ["bz2", latin("BZh91AY&SYabcdef")],
  ["zst", latin("\x28\xb5\x2f\xfd\x04\x58abcdef")],
  ["tar", Buffer.concat([Buffer.alloc(257, "a"), latin("ustar\x0000"), Buffer.alloc(247)])],
  ["cab", latin("MSCF\0\0\0\0abcdef")],
  ["a program", latin("MZ\x90\0 This program cannot be run in DOS mode.")],
];
const hosts: [string, Buffer][] = [
  ["a.pdf", pdf()],
  ["a.png", png],
  ["a.jpg", jpg],
  ["a.webp", webp],
];
export const carried: Labelled[] = hosts.flatMap(([name, bytes]) => [
  ...archives.map(
    ([what, archive]): Labelled => [what, name, Buffer.concat([bytes, archive]), "trailing"],
  ),
]);
export const inside: Labelled[] = [
  [
    "rar before the end",
    "a.pdf",
    pdfOf("", [stream("", latin("Rar!\x1a\x07\x01\0abc"))]),
    "trailing",
  ],
  [
    "zip before the end",
    "a.pdf",
    pdfOf("", [stream("", zip([{ name: "a", data: "a" }]))]),
    "trailing",
  ],
  ["a second picture, as phones add it", "a.jpg", Buffer.concat([jpg, jpg]), "taken"],
  ["a few zeros", "a.png", Buffer.concat([png, Buffer.alloc(8)]), "taken"],
  ["words behind a picture", "a.png", Buffer.concat([png, latin("<script>")]), "trailing"],
  [
    "rar in a gap of a docx",
    "a.docx",
    Buffer.concat([docx(), latin("Rar!\x1a\x07\x01\0")]),
    "trailing",
  ],
];
