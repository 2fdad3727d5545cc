import { expect, test } from "vitest";
import { isScopeRule, saysFirstLeads } from "./scope-rules";

test.each([
  "排在第一位的部门为牵头部门",
  "下同",
  "第一个逗号前为牵头单位",
  "不再列出",
  "以下均需各区政府落实",
  "多个牵头部门的按照职责分工负责",
])("%s is about the lists, not in them", (clause) => {
  expect(isScopeRule(clause)).toBe(true);
});

test.each(["县教育局牵头", "各区政府落实", "第一中学负责"])("%s is part of the list", (clause) => {
  expect(isScopeRule(clause)).toBe(false);
});

test("only a sentence that says so makes the first one the only lead", () => {
  expect(saysFirstLeads("排在第一位的部门为牵头部门，下同")).toBe(true);
  expect(saysFirstLeads("列第一位的为牵头单位")).toBe(true);
  expect(saysFirstLeads("第一个逗号前为牵头单位，县教育局负责")).toBe(false);
});
