import fc from "fast-check";
import { expect, test } from "vitest";
import { compareEditions, concernedTasks, editionBlocks, isKnown } from "./editions";

const blocksOf = (lines: readonly string[]) => {
  const text = lines.join("\n\n");
  let end = -2;
  const places = lines.map((line) => {
    const start = end + 2;
    end = start + line.length;
    return { start, end };
  });
  return editionBlocks(text, places);
};
const compare = (before: string[], after: string[]) =>
  compareEditions(blocksOf(before), blocksOf(after));
const told = (before: string[], after: string[]) =>
  compare(before, after).map(({ change, old, new: fresh }) => [change, (fresh ?? old)?.text]);

test("blocks are kept, moved, changed, gone or new; blanks and marks do not count", () => {
  const before = [
    "一、总则",
    "6月底前完成工地围挡。",
    "清扫道路。",
    "垃圾分类",
    "污水处理",
    "停止焚烧秸秆。",
  ];
  const after = [
    "一、 总则",
    "停止焚烧秸秆",
    "9月底前完成工地围挡。",
    "垃圾分类",
    "污水处理",
    "开展宣传。",
  ];
  expect(told(before, after)).toEqual([
    ["kept", "一、 总则"],
    ["gone", "清扫道路。"],
    ["moved", "停止焚烧秸秆"],
    ["changed", "9月底前完成工地围挡。"],
    ["kept", "垃圾分类"],
    ["kept", "污水处理"],
    ["new", "开展宣传。"],
  ]);
});

test("a cell that is merged stands once, and an empty one not at all", () => {
  const places = [
    { start: 0, end: 2 },
    { start: 0, end: 2 },
    { start: 3, end: 3 },
  ];
  expect(editionBlocks("甲乙\t", places)).toEqual([{ start: 0, end: 2, text: "甲乙" }]);
});

test("each block of either edition is told of exactly once", () => {
  const line = fc.constantFrom("甲乙丙丁", "甲乙丙戊", "子丑寅卯", "子丑寅辰", "天地玄黄");
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.array(line, { maxLength: 12 }),
      (one, other) => {
        const compared = compare(one, other);
        const starts = (side: "old" | "new") =>
          compared.flatMap((each) => each[side]?.start ?? []).sort((a, b) => a - b);
        expect(starts("old")).toEqual(blocksOf(one).map(({ start }) => start));
        expect(starts("new")).toEqual(blocksOf(other).map(({ start }) => start));
        for (const { change, old, new: fresh } of compared)
          expect([change, old !== null, fresh !== null]).toEqual([
            ...[change, change !== "new", change !== "gone"],
          ]);
      },
    ),
  );
});

test("a task is concerned when it quotes something of a block that is no longer what it was", () => {
  const before = ["6月底前完成工地围挡。", "清扫道路。"];
  const compared = compare(before, ["9月底前完成工地围挡。", "清扫道路。"]);
  const tasks = [
    { code: "A-1", place: { start: 5, end: 9 } },
    { code: "A-2", place: { start: 13, end: 18 } },
  ];
  expect(compared.map((each) => concernedTasks(each, tasks).map(({ code }) => code))).toEqual([
    ["A-1"],
    [],
  ]);
  expect(isKnown({ start: 13, end: 15 }, compared)).toBe(true);
  expect(isKnown({ start: 5, end: 15 }, compared)).toBe(false);
});

test("two long documents are compared to their ends", { timeout: 60_000 }, () => {
  const lines = (from: number) =>
    Array.from(
      { length: 1500 },
      (_, i) => `第${from + i}条 各单位要落实第${(from + i) * 7}项要求。`,
    );
  const compared = compare(lines(0), lines(700));
  expect(compared.filter(({ change }) => change === "kept")).toHaveLength(800);
});
