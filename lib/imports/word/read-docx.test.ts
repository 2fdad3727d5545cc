import { expect, test } from "vitest";
import { contentRefusal } from "@/lib/submissions/evidence/file-check";
import { declares, docmType, ole, zip } from "@/lib/submissions/evidence/files.fixture";
import { docxOf, p, r } from "./docx.fixture";
import { readDocx } from "./read-docx";

const refusal = async (bytes: Buffer) => {
  const read = await readDocx(bytes);
  return "code" in read ? (read.params?.found ?? read.code) : "read";
};
const type = declares(
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
);
const whole = docxOf(p(r("各单位要加强领导。")));

test.each<[string, string, Buffer]>([
  ["a document", "read", whole],
  ["one that is cut off", "file_damaged", whole.subarray(0, -30)],
  ["broken XML", "file_damaged", docxOf("<w:p><w:r>")],
  ["an entity nobody declared", "file_damaged", docxOf(p(r("&gov;")))],
  [
    "entities of its own",
    "unreadable",
    docxOf("", {
      styles: "",
      more: [{ name: "word/a.xml", data: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }],
    }),
  ],
  ["a password", "password", ole("EncryptionInfo", "EncryptedPackage")],
  ["macros", "macro", docxOf("", { more: [{ name: "word/vbaProject.bin", data: "x" }] })],
  ["macros by content type", "macro", zip([docmType, { name: "word/document.xml", data: "" }])],
  ["a zip bomb", "file_damaged", docxOf(" ".repeat(3_000_000))],
  ["half a document", "file_damaged", zip([type, { name: "word/a.xml", data: "<a/>" }])],
  ["another archive", "kind", zip([{ name: "word/a.xml", data: "<a/>" }])],
])("%s: %s", async (_, expected, bytes) => {
  expect(await refusal(bytes)).toBe(expected);
});

test("elements in elements without end are refused, tables in tables too", async () => {
  expect(await refusal(docxOf("<a>".repeat(3000) + "</a>".repeat(3000)))).toBe("file_damaged");
  const nested = "<w:tbl><w:tr><w:tc>".repeat(60) + "</w:tc></w:tr></w:tbl>".repeat(60);
  expect(await refusal(docxOf(nested))).toBe("file_damaged");
});

test("a long text that says the same again packs better than most, and is read", async () => {
  const body = Array.from({ length: 8000 }, (_, i) =>
    p(r(`第${i % 7}项任务由各县（市、区）人民政府负责落实。`)),
  );
  const bytes = docxOf(body.join(""));
  expect(await contentRefusal("a.docx", bytes)).toMatchObject({ code: "file_damaged" });
  expect(await refusal(bytes)).toBe("read");
});

test("a main part under another name is found by its relationship", async () => {
  const bytes = zip([
    type,
    {
      name: "_rels/.rels",
      data: '<R><Relationship Type="x/officeDocument" Target="/w/a.xml"/></R>',
    },
    { name: "w/a.xml", data: p(r("甲")) },
  ]);
  expect(await readDocx(bytes)).toMatchObject({ text: "甲" });
});
