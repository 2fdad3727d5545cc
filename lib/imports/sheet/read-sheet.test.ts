import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import { xlsx } from "@/lib/submissions/evidence/files.fixture";
import { readSheet } from "./read-sheet";
import { rowsXml, workbook } from "./workbooks.fixture";

async function read(bytes: Uint8Array): Promise<ReadDocument> {
  const found = await readSheet(bytes);
  if ("code" in found) throw new Error(found.code);
  return found;
}

/** Paragraphs as they are, rows as lists of cells; ^ stands for one that is merged with the one above it. */
function shown({ text, blocks }: ReadDocument): (string | string[])[] {
  const found = new Map<string, string | string[]>();
  for (const block of blocks) {
    const words = text.slice(block.start, block.end);
    if (block.kind === "paragraph") found.set(`p${found.size}`, words);
    else {
      const row = `${block.table}.${block.row}`;
      const cells = (found.get(row) ?? []) as string[];
      found.set(row, [...cells, block.isMerged ? "^" : words]);
    }
  }
  return [...found.values()];
}

const table = [
  ["序号", "任务", "牵头单位"],
  ["1", "建成项目", "甲局"],
];
const one = (xml: string, more: Omit<Parameters<typeof workbook>[0], "sheets"> = {}) =>
  read(workbook({ sheets: { 表: xml }, ...more }));

describe("texts", () => {
  test("of all the ways a cell keeps one", async () => {
    const shared =
      "<si><t>整体</t></si><si><r><t>分</t></r><r><rPr/><t xml:space='preserve'> 段</t></r><rPh><t>fen</t></rPh></si>";
    const cells = [
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="str"><f>A1</f><v>算出</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#REF!</v></c>',
      "<c><v>0.30000000000000004</v></c>",
      '<c t="inlineStr"><is><t>甲_x000D_&#10;乙</t></is></c>',
    ];
    expect(shown(await one(rowsXml([["a", "b"], cells]), { shared }))[1]).toEqual([
      ...["整体", "分 段", "算出", "TRUE", "#REF!", "0.3", "甲\n乙"],
    ]);
  });

  test("have the address that a spreadsheet names them by", async () => {
    const found = await one(
      '<sheetData><row r="3"><c r="AB3"><v>1</v></c><c r="AC3"><v>2</v></c></row></sheetData>',
    );
    expect(found.blocks).toMatchObject([
      { address: "AB3", column: 0 },
      { address: "AC3", column: 1 },
    ]);
  });

  test("an empty cell between others keeps its place", async () => {
    const found = await one(rowsXml([...table, ["2", "<c/>", "乙局"]]));
    expect(shown(found)).toEqual([...table, ["2", "", "乙局"]]);
  });

  test("a formula that nobody has calculated is named", async () => {
    const found = await one(rowsXml([...table, ["2", "<c r='B3'><f>SUM(A1:A2)</f></c>", "乙局"]]));
    expect(found.warnings).toEqual([{ code: "formula_without_value", cell: "B3" }]);
  });
});

describe("days and numbers", () => {
  const styled = (format: string, value: string, properties = "") =>
    one(
      rowsXml([
        ["a", "b"],
        [`<c s="1"><v>${value}</v></c>`, "x"],
      ]),
      {
        properties,
        styles: `<numFmts><numFmt numFmtId="200" formatCode="${format}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`,
      },
    ).then((found) => (shown(found)[1] as string[])[0]);

  test.each([
    ["yyyy/m/d", "45991", "2025年11月30日"],
    ["yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "45991", "2025年11月30日"],
    ["[$-804]yyyy&quot;年&quot;m&quot;月&quot;", "45991", "2025年11月"],
    ["m&quot;月&quot;d&quot;日&quot;", "45991", "11月30日"],
    ["yyyy-mm-dd hh:mm", "45991.5", "2025年11月30日 12:00"],
    ["h:mm AM/PM", "0.75", "18:00"],
    ["[h]:mm", "1.5", "36:00"],
    ["yyyy/m/d", "1", "1900年1月1日"],
    ["yyyy/m/d", "-3", "-3"],
    ["0%", "0.95", "95%"],
    ["0.0%", "0.056", "5.6%"],
    ["#,##0.00", "1234567.5", "1,234,567.50"],
    ["000", "7", "007"],
    ["0&quot;个&quot;", "40", "40个"],
    ["&quot;第&quot;0&quot;项&quot;", "3", "第3项"],
    ["0.0;(0.0)", "-2", "(2.0)"],
    ["G/通用格式", "3.2", "3.2"],
    ["# ?/?", "0.5", "0.5"],
  ])("%s: %s is shown as %s", async (format, value, expected) => {
    expect(await styled(format, value)).toBe(expected);
  });

  test("a workbook may count its days from 1904", async () => {
    expect(await styled("yyyy/m/d", "44529", '<workbookPr date1904="1"/>')).toBe("2025年11月30日");
  });

  test("a day kept as ISO 8601 is one, whatever its format", async () => {
    const found = await one(
      rowsXml([
        ["a", "b"],
        ['<c t="d"><v>2025-11-30</v></c>', "x"],
      ]),
    );
    expect(shown(found)[1]).toEqual(["2025年11月30日", "x"]);
  });
});

describe("merged cells", () => {
  test("downwards have their value in each row, sideways once", async () => {
    const rows = [...table, ["2", "<c/>", "乙局"], ["小计", "<c/>", "<c/>"]];
    const merges = "<mergeCells><mergeCell ref='B2:B3'/><mergeCell ref='A4:B4'/></mergeCells>";
    const found = await one(rowsXml(rows, merges));
    expect(shown(found)).toEqual([...table, ["2", "^", "乙局"], ["小计", ""]]);
    const cells = found.blocks.filter((block) => block.kind === "cell" && block.column === 1);
    expect(found.text.slice(cells[2]?.start, cells[2]?.end)).toBe("建成项目");
  });

  test("a title over the table is a paragraph", async () => {
    const found = await one(
      rowsXml([["任务分工表"], ...table], "<mergeCells><mergeCell ref='A1:C1'/></mergeCells>"),
    );
    expect(shown(found)).toEqual(["任务分工表", ...table]);
  });

  test("whose first row is hidden still say what they say", async () => {
    const found = await one(
      '<sheetData><row><c t="str"><v>序号</v></c><c t="str"><v>领域</v></c></row>' +
        '<row hidden="1"><c><v>1</v></c><c t="str"><v>产业</v></c></row><row><c><v>2</v></c></row></sheetData>' +
        "<mergeCells><mergeCell ref='B2:B3'/></mergeCells>",
    );
    expect(shown(found)).toEqual([
      ["序号", "领域"],
      ["2", "产业"],
    ]);
  });
});

describe("what is hidden", () => {
  test("is left out and named by its address", async () => {
    const hidden = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const found = await read(
      workbook({
        sheets: {
          表: `${hidden}${rowsXml([...table, ["2", "拟议", "乙局"]])
            .replace("<row>", '<row r="1">')
            .replace(/<row>(?=[\s\S]*乙局)/, '<row hidden="1">')}`,
          "~底稿": rowsXml([["内部", "意见"]]),
        },
      }),
    );
    expect(shown(found)).toEqual([
      ["序号", "牵头单位"],
      ["2", "乙局"],
    ]);
    expect(found.warnings).toEqual([
      { code: "text_hidden", cell: "2:2", words: "1" },
      { code: "text_hidden", cell: "B:B", words: "任务" },
      { code: "text_hidden", words: "底稿" },
    ]);
  });
});

test("each of several sheets is a table under its name; an empty one is none", async () => {
  const found = await read(
    workbook({ sheets: { 甲: rowsXml(table), 空: "<sheetData/>", 乙: rowsXml(table) } }),
  );
  expect(shown(found)).toEqual(["甲", ...table, "乙", ...table]);
});

test("a file as Excel's own kind is written by a library", async () => {
  const bytes = await writeExcelFile(
    [
      ["序号", "时限"],
      [1, new Date("2025-11-30")],
    ].map((row) =>
      row.map((value) => ({ value, format: value instanceof Date ? "yyyy-mm-dd" : undefined })),
    ) as never,
  ).toBuffer();
  expect(shown(await read(bytes))).toEqual([
    ["序号", "时限"],
    ["1", "2025年11月30日"],
  ]);
});

describe("what cannot be read is refused", () => {
  test.each([
    ["no zip", Buffer.from("序号,任务"), { code: "file_type_refused", params: { found: "kind" } }],
    [
      "a macro",
      xlsx([{ name: "xl/vbaProject.bin", data: "x" }]),
      { code: "file_type_refused", params: { found: "macro" } },
    ],
    ["a workbook without its list of parts", xlsx(), { code: "file_damaged" }],
    ["broken XML", workbook({ sheets: { 表: "<sheetData><row>" } }), { code: "file_damaged" }],
    [
      "an entity of its own",
      workbook({ sheets: { 表: "" }, shared: '</sst><!DOCTYPE a [<!ENTITY b "c">]><sst>' }),
      { code: "file_type_refused", params: { found: "unreadable" } },
    ],
    [
      "more rows than are read",
      workbook({
        sheets: {
          表: rowsXml(Array.from({ length: 20_001 }, (_, i) => [`<c><v>${i}</v></c>`, "任务"])),
        },
      }),
      { code: "file_too_long", params: { most: "rows", count: 20_000 } },
    ],
  ])("%s", async (_, bytes, refusal) => {
    expect(await readSheet(bytes)).toEqual(refusal);
  });

  test("merged cells one over another, as no program writes them", {
    timeout: 60_000,
  }, async () => {
    const all = "<mergeCell ref='A1:XFD1048576'/>".repeat(20_000);
    const rows = Array.from({ length: 3000 }, (_, i) => [`<c><v>${i}</v></c>`, "任务", "甲局"]);
    const found = await read(
      workbook({ sheets: { 表: rowsXml(rows, `<mergeCells>${all}</mergeCells>`) } }),
    );
    expect(found.text.length).toBeGreaterThan(0);
  });

  test("one text in very many cells", async () => {
    const long = "长".repeat(30_000);
    const bytes = workbook({
      sheets: { 表: rowsXml(Array.from({ length: 400 }, () => ['<c t="s"><v>0</v></c>', "x"])) },
      shared: `<si><t>${long}</t></si>`,
    });
    expect(await readSheet(bytes)).toMatchObject({ code: "file_too_long" });
  });
});
