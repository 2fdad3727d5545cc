import { expect, test } from "vitest";
import { timesIn } from "./times.fixture";

test("in a goal any year or period is one to reach it in", () => {
  const goal = (words: string) => timesIn(words, { kind: "goal" });
  expect(goal("2026年，先行培育10个社区。到2028年，建成百个社区。")).toEqual([
    "2026年 | target | 2026-12-31 | year",
    "到2028年 | target | 2028-12-31 | year",
  ]);
  expect(goal("2025年12月底前，试点地区完成集约化工作")).toEqual([
    "2025年12月底前 | target | 2025-12-31 | month",
  ]);
  expect(goal("力争三年内实现倍增")).toEqual(["三年内 | target | 3 year | soft | year"]);
});

test("of two readings of the same words the first and longer counts", () => {
  expect(timesIn("2026年起，每年4月底前完成复核")).toHaveLength(1);
  expect(timesIn("2025年3月1日至3月31日开展排查")).toHaveLength(1);
});

test("a veto speaks for running text only", () => {
  expect(timesIn("2023年12月底前完成")).toEqual([]);
  expect(timesIn("2023年12月底前", { isCell: true })).toHaveLength(1);
});
