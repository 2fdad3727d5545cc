import { expect, test } from "vitest";
import { compareTexts } from "./difference";

const brief = (before: string, after: string) =>
  compareTexts(before, after).map(
    ({ kind, text }) => `${{ same: "=", added: "+", removed: "-" }[kind]}${text}`,
  );

test("Chinese text is compared by the character", () => {
  expect(brief("已完成排查", "已完成全面排查")).toEqual(["=已完成", "+全面", "=排查"]);
});

test("a changed number is one change, also with its decimals and its per cent sign", () => {
  expect(brief("共42家", "共45家")).toEqual(["=共", "-42", "+45", "=家"]);
  expect(brief("占1,242.9%", "占1,243.9%")).toEqual(["=占", "-1,242.9%", "+1,243.9%"]);
});

test("only changes are marked as changed numbers", () => {
  const marked = compareTexts("2024年42家", "2024年45家");
  expect(marked.filter(({ hasNumber }) => hasNumber).map(({ text }) => text)).toEqual(["42", "45"]);
});

test("texts with nothing in common are shown whole, and soon", () => {
  const before = "甲乙丙丁".repeat(1200);
  const after = "子丑寅卯".repeat(1200);
  expect(brief(before, after)).toEqual([`-${before}`, `+${after}`]);
});

test("an emoji is not cut in two", () => {
  expect(brief("好😀", "好😃")).toEqual(["=好", "-😀", "+😃"]);
});
