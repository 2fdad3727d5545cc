import { deflateSync } from "node:zlib";
import { type Labelled, latin } from "./files.fixture";

// PDFs as an attacker would make them, and the ordinary ones that look nearly like that.

/** A PDF of these objects, with whatever else stands in the trailer. */
export const pdfOf = (catalog: string, objects: (string | Buffer)[] = [], trailer = "") =>
  Buffer.concat([
    latin(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`),
    latin("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"),
    latin("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"),
    ...objects.map((each, i) =>
      Buffer.concat([latin(`${i + 4} 0 obj\n`), Buffer.from(each), latin("\nendobj\n")]),
    ),
    latin(`trailer\n<< /Size 9 /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`),
  ]);
export const stream = (dictionary: string, data: Buffer) =>
  Buffer.concat([
    latin(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    data,
    latin("\nendstream"),
  ]);
const objectStream = (objects: string, dictionary = "/Filter /FlateDecode", number = 7) => {
  const head = `${number} 0 `;
  return stream(
    `/Type /ObjStm /N 1 /First ${head.length} ${dictionary}`,
    deflateSync(latin(head + objects)),
  );
};
const script = "<< /S /JavaScript /JS (app.alert(1)) >>";

export const pdfs: Labelled[] = [
  ["as LibreOffice writes it", "a.pdf", pdfOf("/OpenAction [3 0 R /XYZ null null 0]"), "taken"],
  [
    "as LaTeX writes it",
    "a.pdf",
    pdfOf("/OpenAction 4 0 R", ["<< /S /GoTo /D [3 0 R /Fit] >>"]),
    "taken",
  ],
  [
    "the same in an object stream",
    "a.pdf",
    pdfOf("/OpenAction 7 0 R", [objectStream("<< /S /GoTo /D [3 0 R /Fit] >>")]),
    "taken",
  ],
  [
    "a link that somebody clicks",
    "a.pdf",
    pdfOf("", ["<< /Subtype /Link /A << /S /URI /URI (https://www.gov.cn/) >> >>"]),
    "taken",
  ],
  [
    "a page that speaks of scripts",
    "a.pdf",
    pdfOf("", [
      stream("/Filter /FlateDecode", deflateSync(latin("BT (/JavaScript /Launch) Tj ET"))),
    ]),
    "taken",
  ],
  ["a form that is only filled in", "a.pdf", pdfOf("/AcroForm << /Fields [] >>"), "taken"],
  ["a script", "a.pdf", pdfOf("/OpenAction 4 0 R", [script]), "script"],
  ["a script beside the opening", "a.pdf", pdfOf("/Names << /JavaScript 4 0 R >>"), "script"],
  ["its name in escapes", "a.pdf", pdfOf("/OpenAction << /S /J#61v#61Script >>"), "script"],
  ["all of its name in escapes", "a.pdf", pdfOf("/#4F#70enAction 9 0 R"), "script"],
  ["in an object stream", "a.pdf", pdfOf("", [objectStream(script)]), "script"],
  [
    "in an object stream that does not say so",
    "a.pdf",
    pdfOf("", [stream("/Filter /FlateDecode", deflateSync(latin(`7 0 ${script}`)))]),
    "script",
  ],
  [
    "in an object stream cut off",
    "a.pdf",
    pdfOf("", [
      stream(
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
        deflateSync(latin(`7 0 ${script}${" ".repeat(9000)}`)).subarray(0, -6),
      ),
    ]),
    "script",
  ],
  ...["%c\n7 0 ", "+7 0 ", "7%c\n0 ", "7\0 0 ", `${" ".repeat(100)}7 0 `].map(
    (head): Labelled => [
      `in an object stream that begins with ${JSON.stringify(head)}`,
      "a.pdf",
      pdfOf("", [stream("/Filter /FlateDecode", deflateSync(latin(head + script)))]),
      "script",
    ],
  ),
  [
    "in an object stream packed twice",
    "a.pdf",
    pdfOf("", [objectStream(script, "/Filter [/ASCIIHexDecode /FlateDecode]")]),
    "unreadable",
  ],
  [
    "in an object stream whose packing stands elsewhere",
    "a.pdf",
    pdfOf("", [objectStream(script, "/Filter 8 0 R")]),
    "unreadable",
  ],
  [
    "in an older version of the file",
    "a.pdf",
    Buffer.concat([pdfOf("/OpenAction 4 0 R", [script]), pdfOf("")]),
    "script",
  ],
  [
    "added by an update",
    "a.pdf",
    Buffer.concat([pdfOf(""), latin(`1 0 obj\n<< /AA << /O 4 0 R >> >>\nendobj\n%%EOF\n`)]),
    "script",
  ],
  [
    "within what looks like a picture's bytes",
    "a.pdf",
    pdfOf("", [stream("/Subtype /Image", latin(`9 0 obj ${script} endobj`))]),
    "script",
  ],
  ["what happens on opening a page", "a.pdf", pdfOf("/AA\0<< /O 9 0 R >>"), "script"],
  ["the same behind a comment", "a.pdf", pdfOf("/AA %abc\n<< /O 9 0 R >>"), "script"],
  [
    "an address opened by itself",
    "a.pdf",
    pdfOf("/OpenAction << /S /URI /URI (http://a.example) >>"),
    "script",
  ],
  [
    "the same by way of a number",
    "a.pdf",
    pdfOf("/OpenAction 04 0 R", ["<< /S /URI /URI (http://a.example) >>"]),
    "script",
  ],
  [
    "a place and then something else",
    "a.pdf",
    pdfOf("/OpenAction << /S /GoTo /D [3 0 R] /Next 9 0 R >>"),
    "script",
  ],
  [
    "of two versions of an opening one is no place",
    "a.pdf",
    pdfOf("/OpenAction 4 0 R", ["[3 0 R /Fit]", "(x)\nendobj\n4 0 obj\n<< /S /Named /N /Print >>"]),
    "script",
  ],
  ["a program started", "a.pdf", pdfOf("", ["<< /S /Launch /F (cmd.exe) >>"]), "script"],
  ["a form sent off", "a.pdf", pdfOf("", ["<< /S /SubmitForm /F (http://a) >>"]), "script"],
  ["a form filled from outside", "a.pdf", pdfOf("", ["<< /S /ImportData /F (a) >>"]), "script"],
  ["a form in XML", "a.pdf", pdfOf("/AcroForm << /XFA [(a) 4 0 R] >>"), "script"],
  ["a file inside", "a.pdf", pdfOf("/Names << /EmbeddedFiles 4 0 R >>"), "embedded"],
  ["a file inside, by another way", "a.pdf", pdfOf("", ["<< /EF << /F 5 0 R >> >>"]), "embedded"],
  ["a film", "a.pdf", pdfOf("", ["<< /Subtype /RichMedia >>"]), "embedded"],
  [
    "another file opened",
    "a.pdf",
    pdfOf("", ["<< /S /GoToR /F (\\\\\\\\a\\\\b.pdf) >>"]),
    "remote",
  ],
  ["bytes from an address", "a.pdf", pdfOf("", ["<< /FS /URL /F (http://a) >>"]), "remote"],
  ["a lock", "a.pdf", pdfOf("", ["<< /Filter /Standard /V 4 >>"], "/Encrypt 4 0 R"), "password"],
];
