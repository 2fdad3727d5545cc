import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { refusalCodes } from "@/lib/domain/refusals";
import { readFile } from "./read-file";
import { docxOf, inList, p, r } from "./word/docx.fixture";

// Whatever bytes come, a reader answers with a document whose places lie in its text, or with a refusal.

const text = "通知\n\n一、要求\t时限\n1\t年底\n各单位要加强领导，按时完成任务。\n";
const page = `<html><body><ul class=nav><li>首页</ul><div><h1>通知</h1><ol start=3><li>要求<br>时限</ol><table><tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙</table><p hidden>暗</p><p>各单位要按时完成任务。</p></div></body></html>`;
const body = `${p(r("要求"), inList(1))}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>${p(r("甲"))}</w:tc><w:tc>${p(r("乙", "<w:vanish/>"))}</w:tc></w:tr></w:tbl><w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(r("头"))}</w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent><w:fldChar w:fldCharType="begin"/></w:r><w:del>${r("旧")}</w:del></w:p>`;
const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const whole = docxOf(body, { numbering });

type Change = { at: number; drop: number; add: number[] };
const changes = fc.array(
  fc.record({
    at: fc.nat(10_000),
    drop: fc.constantFrom(0, 1, 1, 4, 60),
    add: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const changed = (bytes: Buffer, each: Change[]) =>
  each.reduce((now, { at, drop, add }) => {
    const place = now.length === 0 ? 0 : at % now.length;
    return Buffer.concat([now.subarray(0, place), Buffer.from(add), now.subarray(place + drop)]);
  }, bytes);

async function holds(name: string, bytes: Buffer) {
  const read = await readFile(name, bytes);
  if ("code" in read) {
    expect(refusalCodes).toContain(read.code);
    return;
  }
  expect(read.text).not.toMatch(/[\0\ufffd\p{Cs}]/u);
  for (const { start, end } of read.blocks) {
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(read.text.length);
  }
}

test.each<[string, Buffer]>([
  ["a.txt", Buffer.from(text)],
  ["a.txt", iconv.encode(text, "gb18030")],
  ["a.txt", Buffer.from(text, "utf16le")],
  ["a.html", Buffer.from(page)],
  ["a.docx", whole],
])("%s, its bytes changed", async (name, bytes) => {
  await fc.assert(
    fc.asyncProperty(changes, (each) => holds(name, changed(bytes, each))),
    { numRuns: 60 },
  );
});

test("a document that is packed again when its XML was changed", async () => {
  const xml = Buffer.from(body);
  await fc.assert(
    fc.asyncProperty(changes, changes, (inBody, inList) =>
      holds(
        "a.docx",
        docxOf(changed(xml, inBody).toString(), {
          numbering: changed(Buffer.from(numbering), inList).toString(),
        }),
      ),
    ),
    { numRuns: 60 },
  );
});

test("elements dropped, doubled and put elsewhere", async () => {
  const tags = body.split(/(?=<)/);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(tags.length - 1), fc.nat(tags.length - 1)), { maxLength: 6 }),
      (moves) => {
        const pieces = [...tags];
        for (const [from, to] of moves) pieces.splice(to, 1, pieces[from] ?? "");
        return holds("a.docx", docxOf(pieces.join("")));
      },
    ),
    { numRuns: 60 },
  );
});
