import { expect, test } from "vitest";
import { compareTexts } from "./difference";

const marks = { same: "=", added: "+", removed: "-" };
const brief = (before: string, after: string) =>
  compareTexts(before, after).map(({ kind, text }) => `${marks[kind]}${text}`);

test("Chinese text is compared by the character", () => {
  expect(brief("已完成排查", "已完成全面排查")).toEqual(["=已完成", "+全面", "=排查"]);
});

test("a changed number is one change, also with its decimals and its per cent sign", () => {
  expect(brief("共42家", "共45家")).toEqual(["=共", "-42", "+45", "=家"]);
  expect(brief("占1,242.9%", "占1,243.9%")).toEqual(["=占", "-1,242.9%", "+1,243.9%"]);
});

test("a character that two sentences share by chance does not break them up", () => {
  expect(brief("对照清单逐项填报。", "按照计划逐月推进。")).toEqual([
    "-对照清单逐项填报",
    "+按照计划逐月推进",
    "=。",
  ]);
});

test("a number that stayed is never said to have changed", () => {
  expect(brief("甲乙42丙丁", "戊己42庚辛")).toEqual(["-甲乙", "+戊己", "=42", "-丙丁", "+庚辛"]);
});

test("texts with nothing in common are shown whole, and soon", () => {
  const before = "甲乙丙丁".repeat(1200);
  const after = "子丑寅卯".repeat(1200);
  expect(brief(before, after)).toEqual([`-${before}`, `+${after}`]);
});

test("an emoji is not cut in two", () => {
  expect(brief("好😀", "好😃")).toEqual(["=好", "-😀", "+😃"]);
});

test("the same text is the same, and an empty one has nothing to say", () => {
  expect(brief("照旧", "照旧")).toEqual(["=照旧"]);
  expect(brief("", "")).toEqual([]);
});
