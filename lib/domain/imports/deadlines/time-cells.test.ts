import { expect, test } from "vitest";
import { cellParts, labelledTimes } from "./time-cells";
import { timesIn } from "./times.fixture";

test("a cell is split by the parts that it names", () => {
  const text = "(1)2025年11月底前;(2)(3)长期坚持";
  expect(cellParts(text)?.map(({ labels, from, to }) => [labels, text.slice(from, to)])).toEqual([
    [["1"], "2025年11月底前;"],
    [["2", "3"], "长期坚持"],
  ]);
  expect(cellParts("①6月底前②12月底前")?.map(({ labels }) => labels)).toEqual([["1"], ["2"]]);
});

test("a year or a month may follow the number of a part, as it may follow that of a paragraph", () => {
  const text = "1.2027年3月底前;2.9月底前;4.持续推进";
  expect(cellParts(text)?.map(({ labels, from, to }) => [labels, text.slice(from, to)])).toEqual([
    [["1"], "2027年3月底前;"],
    [["2"], "9月底前;"],
    [["4"], "持续推进"],
  ]);
});

test("one that names none, or only inside, is not", () => {
  expect(cellParts("2025年11月底前")).toBeNull();
  expect(cellParts("3月底前完成(1)")).toBeNull();
  expect(cellParts("6.30前")).toBeNull();
});

test("what follows 完成时限： stands as in a column", () => {
  const text = "开展排查。完成时限:长期坚持。及时上报";
  expect(labelledTimes(text).map(({ from, to }) => text.slice(from, to))).toEqual(["长期坚持"]);
  expect(timesIn("（责任单位：市住建局；完成时间：2025年10月）")).toEqual([
    "2025年10月 | date | 2025-10-01..2025-10-31 | month",
  ]);
  expect(timesIn("整改时限：立行立改，长期坚持")).toHaveLength(2);
});
