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
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const linked = '<w:r><w:instrText>INCLUDEPICTURE "http://example.cn/a.png"</w:instrText></w:r>';
const whole = docxOf(p(r("各单位要加强领导。")));

const template = `<Relationship Id="t" Type="${office}/attachedTemplate" Target="file:///C:/gw.dotx" TargetMode="External"/>`;
const withTemplate = (behind = "") => {
  const name = "word/_rels/settings.xml.rels";
  const data = `<Relationships>${template}${behind}</Relationships>`;
  return docxOf(p(r("各单位要加强领导。")), { more: [{ name, data }] });
};
const embedding = (data: Buffer | string) =>
  docxOf(p(r("各单位要加强领导。")), { more: [{ name: "word/embeddings/a.bin", data }] });

test.each<[string, Buffer]>([
  ["an attached template", withTemplate()],
  ["an embedded archive", embedding(zip([{ name: "a.txt", data: "x" }]))],
  ["an embedded program", embedding("MZ")],
  ["an object of another program", embedding(ole("Ole10Native"))],
  ["a linked picture", docxOf(p(r("各单位要加强领导。") + linked))],
])("%s is no reason not to read the text; evidence is refused for it", async (_, bytes) => {
  expect(await readDocx(bytes)).toMatchObject({ text: "各单位要加强领导。" });
  expect(await contentRefusal("a.docx", bytes)).toMatchObject({
    params: { found: expect.stringMatching(/^(?:remote|embedded)$/) },
  });
});

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
  [
    "macros behind an attached template",
    "macro",
    withTemplate(
      '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="m.bin"/>',
    ),
  ],
  ["macros in an embedded document", "macro", embedding(zip([docmType]))],
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
