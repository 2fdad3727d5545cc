import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readCsv } from "./read-csv";

async function rows(bytes: Uint8Array | string): Promise<string[][]> {
  const found = await readCsv(Buffer.from(bytes as string));
  if ("code" in found) throw new Error(found.code);
  const table: string[][] = [];
  for (const block of found.blocks)
    if (block.kind === "cell") {
      const words = found.text.slice(block.start, block.end);
      table[block.row] = [...(table[block.row] ?? []), words];
    }
  return table;
}

const table = [
  ["序号", "任务", "牵头单位"],
  ["1", "建成一批项目，投产二十个", "甲局、乙局"],
];
const text = (mark: string) => table.map((row) => row.join(mark)).join("\r\n");

describe("a table", () => {
  test.each([",", ";", "\t"])("parted by %j", async (mark) => {
    expect(await rows(text(mark))).toEqual(table);
  });

  test.each([
    ["UTF-8 with a mark", `\ufeff${text(",")}`],
    ["GB18030", iconv.encode(text(","), "gb18030")],
    ["UTF-16", iconv.encode(text("\t"), "utf-16le", { addBOM: true })],
  ])("in %s", async (_, bytes) => {
    expect(await rows(bytes)).toEqual(table);
  });

  test("of an encoding that is guessed says so", async () => {
    const found = await readCsv(iconv.encode(text(","), "gb18030"));
    expect(found).toMatchObject({ warnings: [{ code: "encoding_guessed" }] });
  });

  test("with quotes, a line within one and an empty row", async () => {
    expect(await rows('a,b\n"甲\n乙","他说""好"""\n,\nc,d')).toEqual([
      ["a", "b"],
      ["甲\n乙", '他说"好"'],
      ["c", "d"],
    ]);
  });

  test("without the apostrophe that our export puts before a formula", async () => {
    expect(await rows("a,b\n'=1+1,'好'")).toEqual([
      ["a", "b"],
      ["=1+1", "'好'"],
    ]);
  });

  test("under a title", async () => {
    const found = await readCsv(Buffer.from(`任务分工表,,\n${text(",")}`));
    expect("blocks" in found && found.blocks.slice(0, 2)).toMatchObject([
      { kind: "paragraph", start: 0, end: 5 },
      { kind: "cell", address: "A2" },
    ]);
  });

  test("whose quotes do not close is named", async () => {
    const found = await readCsv(Buffer.from('a,b\n"甲,乙'));
    expect(found).toMatchObject({ warnings: [{ code: "table_unclear", cell: "A2" }] });
  });
});

test.each([
  ["nothing", "", { code: "file_damaged" }],
  ["no text", Buffer.from([0xff, 0x00, 0x81, 0x30, 0xff, 0xfe, 0x00]), { code: "file_damaged" }],
  [
    "more rows than are read",
    "1,2\n".repeat(20_001),
    { code: "file_too_long", params: { most: "rows", count: 20_000 } },
  ],
])("%s is refused", async (_, bytes, refusal) => {
  expect(await readCsv(Buffer.from(bytes as string))).toEqual(refusal);
});
