import { describe, expect, it } from "vitest";
import { evidenceLimits } from "@/lib/domain/submissions/evidence";
import { carried, inside } from "./dangers-archive.fixture";
import { old, tables, words } from "./dangers-office.fixture";
import { pdfs } from "./dangers-pdf.fixture";
import { contentRefusal } from "./file-check";
import { docmType, docx, jpg, ole, pdf, png, webp, xlsx, zip } from "./files.fixture";

const codeOf = async (name: string, bytes: Buffer | string) =>
  (await contentRefusal(name, Buffer.from(bytes)))?.code ?? "taken";

const whole: [string, Buffer][] = [
  ["报告.pdf", pdf()],
  ["方案.docx", docx()],
  ["台账.xlsx", xlsx()],
  ["方案.doc", ole("Root Entry", "WordDocument")],
  ["台账.xls", ole("Root Entry", "Workbook")],
  ["台账95.xls", ole("Root Entry", "Book")],
  ["现场.png", png],
  ["现场.JPEG", jpg],
  ["现场.webp", webp],
];

describe("what is taken", () => {
  it.each(whole)("%s", async (name, bytes) => {
    expect(await codeOf(name, bytes)).toBe("taken");
  });

  it("a photograph with a clip behind it, as phones make them", async () => {
    expect(await codeOf("动态.jpg", Buffer.concat([jpg, Buffer.from("ftypmp42")]))).toBe("taken");
  });

  it("a part that packs well but is small", async () => {
    const blank = { name: "xl/styles.xml", data: " ".repeat(90 * 1024) };
    expect(await codeOf("a.xlsx", xlsx([blank]))).toBe("taken");
  });
});

describe("the bytes decide, and the name must agree", () => {
  const html = "<!doctype html><script>alert(1)</script>";
  it.each<[string, string, Buffer | string]>([
    ["html renamed", "a.pdf", html],
    ["html renamed", "a.png", html],
    ["html before a pdf", "a.pdf", `${html}${pdf()}`],
    ["a script", "a.docx", html],
    ["svg by its name", "a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
    ["svg renamed", "a.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
    ["gif renamed", "a.png", "GIF89a\x01\x00\x01\x00\x00\x00\x00;"],
    ["a program renamed", "a.pdf", "MZ\x90\x00\x03\x00\x00\x00"],
    ["a picture renamed", "a.pdf", png],
    ["a pdf renamed", "a.jpg", pdf()],
    ["excel renamed as word", "a.docx", xlsx()],
    ["word renamed as excel", "a.xlsx", docx()],
    ["old excel renamed as word", "a.doc", ole("Workbook")],
    ["an installer renamed", "a.doc", ole("Root Entry", "SummaryInformation")],
    ["a mere zip", "a.docx", zip([{ name: "a.txt", data: "a" }])],
    ["a zip by its name", "a.zip", zip([{ name: "a.txt", data: "a" }])],
    ["no extension", "pdf", pdf()],
    ["pdf and jar in one", "a.pdf", Buffer.concat([pdf(), zip([{ name: "A.class", data: "a" }])])],
    ["jpg and jar in one", "a.jpg", Buffer.concat([jpg, zip([{ name: "A.class", data: "a" }])])],
  ])("%s as %s is refused", async (_, name, bytes) => {
    expect(await codeOf(name, bytes)).toBe("file_type_refused");
  });
});

describe("macros and passwords are refused", () => {
  it.each<[string, string, Buffer]>([
    ["docm", "a.docm", docx()],
    ["docm renamed", "a.docx", zip([docmType, { name: "word/document.xml", data: "" }])],
    ["a macro part", "a.docx", docx([{ name: "word/vbaProject.bin", data: "x" }])],
    ["a macro sheet", "a.xlsx", xlsx([{ name: "xl/macrosheets/sheet1.xml", data: "x" }])],
    ["a docm inside", "a.docx", docx([{ name: "word/embeddings/x.docm", data: "x" }])],
    ["an encrypted part", "a.xlsx", xlsx([{ name: "xl/s.xml", data: "x", flags: 1 }])],
    ["old word with macros", "a.doc", ole("WordDocument", "Macros", "_VBA_PROJECT")],
    ["new word with a password", "a.docx", ole("EncryptionInfo", "EncryptedPackage")],
    ["the same renamed", "a.doc", ole("WordDocument", "EncryptedPackage")],
  ])("%s", async (_, name, bytes) => {
    expect(await codeOf(name, bytes)).toBe("file_type_refused");
  });
});

describe("what is broken or would blow up", () => {
  const sheet = (data: string | Buffer, more = {}) =>
    xlsx([{ name: "xl/worksheets/sheet1.xml", data, ...more }]);
  const megabyte = 1024 * 1024;
  it.each<[string, string, Buffer]>([
    ["nothing at all", "a.pdf", Buffer.alloc(0)],
    ["a zip bomb", "a.xlsx", sheet(Buffer.alloc(2 * megabyte))],
    ["a bomb that claims to be small", "a.xlsx", sheet(Buffer.alloc(2 * megabyte), { claims: 10 })],
    ["a bomb that claims to be huge", "a.xlsx", sheet("x", { claims: 0xfffffff0 })],
    ["a wrong checksum", "a.xlsx", sheet("x", { crc: 1 })],
    ["one name twice", "a.docx", docx([{ name: "word/document.xml", data: "<other/>" }])],
    ["a path out of the folder", "a.docx", docx([{ name: "../../x", data: "x" }])],
  ])("%s is damaged", async (_, name, bytes) => {
    expect(await codeOf(name, bytes)).toBe("file_damaged");
  });

  it("too many parts", async () => {
    const parts = Array.from({ length: 10_001 }, (_, i) => ({ name: `xl/${i}`, data: "" }));
    expect(await codeOf("a.xlsx", xlsx(parts))).toBe("file_damaged");
  });

  it.each(whole.filter(([name]) => !/\.(doc|xls)$/.test(name)))(
    "%s cut off is damaged",
    async (name, bytes) => {
      expect(await codeOf(name, bytes.subarray(0, -8))).toBe("file_damaged");
    },
  );

  it("a byte over 20 MB", async () => {
    const padded = (size: number) => {
      const file = Buffer.alloc(size, " ");
      file.write("%PDF-1.4");
      file.write("%%EOF", size - 5);
      return file;
    };
    expect(await codeOf("a.pdf", padded(evidenceLimits.fileBytes))).toBe("taken");
    expect(await codeOf("a.pdf", padded(evidenceLimits.fileBytes + 1))).toBe("file_too_large");
  });
});

describe("what runs, reaches out, is locked or carries another file is refused for what it is", () => {
  it.each([...pdfs, ...words, ...tables, ...old, ...carried, ...inside])(
    "%s: %s",
    async (_, name, bytes, finding) => {
      const refusal = await contentRefusal(name, bytes);
      expect(refusal?.params?.found ?? refusal?.code ?? "taken").toBe(finding);
    },
  );
});
