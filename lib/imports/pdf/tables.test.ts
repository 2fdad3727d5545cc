import { describe, expect, test } from "vitest";
import { print } from "@/lib/formats/one-page/print";
import { body, type Drawn, linesAt, paragraphs, read, rows, ruled } from "./drawn-pdf.fixture";
import { readPdf } from "./read-pdf";

const cell = (x: number, y: number, ...texts: string[]) => linesAt(x, y, texts, 9);

describe("a ruled table", () => {
  const xs = [79, 120, 300, 500];

  test("has each cell whole, and what is merged downwards once", async () => {
    const found = await read([
      ...cell(85, 112, "序号"),
      ...cell(125, 112, "任务"),
      ...cell(305, 112, "牵头单位"),
      ...cell(85, 140, "1"),
      ...cell(125, 132, "建成一批", "项目。"),
      ...cell(305, 160, "甲局", "乙局"),
      ...cell(85, 180, "2"),
      ...cell(125, 180, "完成改造。"),
      ...[100, 120].map((y): Drawn => ({ line: [79, y, 500, y] })),
      { line: [79, 165, 300, 165] },
      { line: [79, 200, 500, 200] },
      ...xs.map((x): Drawn => ({ line: [x, 100, x, 200] })),
    ]);
    expect(rows(found)).toEqual([
      ["序号", "任务", "牵头单位"],
      ["1", "建成一批项目。", "甲局乙局"],
      ["2", "完成改造。", "^"],
    ]);
    expect(found.blocks[0]).toMatchObject({ kind: "cell", table: 0, row: 0, column: 0, page: 1 });
  });

  test("goes on over a page: its head is said once, a broken row is one", async () => {
    const head = (y: number) => [
      ...cell(85, y, "序号"),
      ...cell(125, y, "任务"),
      ...cell(305, y, "时限"),
    ];
    const found = await read(
      [
        ...body(100, "甲"),
        ...head(692),
        ...cell(85, 712, "1"),
        ...cell(125, 712, "第一项。"),
        ...cell(305, 712, "年底"),
        ...cell(85, 732, "2"),
        ...cell(125, 732, "第二项的"),
        ...cell(305, 732, "2025年"),
        ...ruled(xs, [680, 700, 720, 740]),
        { text: "— 1 —", x: 280, y: 800 },
      ],
      [
        ...head(92),
        ...cell(125, 112, "后半。"),
        ...cell(305, 112, "底前"),
        ...cell(85, 132, "3"),
        ...cell(125, 132, "第三项。"),
        ...ruled(xs, [80, 100, 120, 140]),
        ...body(200, "乙"),
      ],
    );
    expect(rows(found)).toEqual([
      ["序号", "任务", "时限"],
      ["1", "第一项。", "年底"],
      ["2", "第二项的后半。", "2025年底前"],
      ["3", "第三项。", ""],
    ]);
    expect(found.blocks.filter(({ kind }) => kind === "cell").at(-1)?.page).toBe(2);
    expect(paragraphs(found)).toHaveLength(2);
  });

  test("two cells written in one go are parted at the rule", async () => {
    const found = await read([
      ...cell(85, 112, "序号"),
      ...cell(125, 112, "任务"),
      { text: "1 任务", x: 111, y: 132, size: 9 },
      ...cell(305, 132, "甲局"),
      ...ruled(xs, [100, 120, 140]),
    ]);
    expect(rows(found)[1]).toEqual(["1", "任务", "甲局"]);
  });

  test("what a frame encloses in one column is text", async () => {
    const framed = [...body(100, "甲"), ...ruled([70, 530], [80, 180])];
    const found = await read([...framed, ...cell(85, 300, "一"), ...cell(300, 300, "二")]);
    expect(found.blocks.every(({ kind }) => kind === "paragraph")).toBe(true);
  });

  test("a first row over all columns is its title", async () => {
    const [left, right] = [79, 500];
    const found = await read([
      ...cell(200, 92, "任务分工表"),
      ...cell(85, 112, "序号"),
      ...cell(125, 112, "任务"),
      ...cell(85, 132, "1"),
      ...cell(125, 132, "建成。"),
      ...ruled([79, 120, 500], [100, 120, 140]),
      ...[79, 100].map((y): Drawn => ({ line: [left, y, right, y] })),
      ...[left, right].map((x): Drawn => ({ line: [x, 79, x, 140] })),
    ]);
    expect(paragraphs(found)).toEqual(["任务分工表"]);
    expect(rows(found)).toEqual([
      ["序号", "任务"],
      ["1", "建成。"],
    ]);
  });
});

describe("a table without rules", () => {
  const table = (...cells: Drawn[][]) => read([...body(60, "甲"), ...cells.flat()]);
  const expected = [
    ["序号", "任务", "时限"],
    ["1", "建成一批项目。", "年底"],
    ["2", "完成改造。", "六月"],
  ];

  test("written cell by cell", async () => {
    const found = await table(
      ...[cell(79, 200, "序号"), cell(130, 200, "任务"), cell(300, 200, "时限")],
      ...[cell(79, 220, "1"), cell(130, 220, "建成一批", "项目。"), cell(300, 220, "年底")],
      ...[cell(79, 250, "2"), cell(130, 250, "完成改造。"), cell(300, 250, "六月")],
    );
    expect(rows(found)).toEqual(expected);
    expect(found.warnings).toEqual([]);
  });

  test("written line by line, with a word that its rows are guessed", async () => {
    const found = await table(
      ...[cell(79, 200, "序号"), cell(130, 200, "任务"), cell(300, 200, "时限")],
      ...[cell(79, 220, "1"), cell(130, 220, "建成一批"), cell(300, 220, "年底")],
      ...[cell(130, 234, "项目。")],
      ...[cell(79, 250, "2"), cell(130, 250, "完成改造。"), cell(300, 250, "六月")],
    );
    expect(rows(found)).toEqual(expected);
    expect(found.warnings).toMatchObject([{ code: "table_unclear", page: 1 }]);
  });

  test("a signature beside a date is none", async () => {
    const found = await table(
      cell(79, 200, "某市人民政府办公室"),
      cell(400, 200, "2025年3月1日印发"),
    );
    expect(paragraphs(found).at(-1)).toBe("某市人民政府办公室 2025年3月1日印发");
  });
});

test("a table as pdfmake prints it, with its font in the file", async () => {
  const table = {
    body: [
      ["序号", "任务"],
      ["1", "建成项目。"],
      ["2", "完成改造。"],
    ],
  };
  const printed = await print({
    ...{
      title: "表",
      subject: "表",
      language: "zh-CN",
      writtenAt: new Date(0),
      footer: { text: "" },
    },
    content: ["任务分工表", { table: structuredClone(table) }],
  });
  const found = await readPdf(printed);
  if ("code" in found) throw new Error(found.code);
  expect(paragraphs(found)).toEqual(["任务分工表"]);
  expect(rows(found)).toEqual(table.body);
});
