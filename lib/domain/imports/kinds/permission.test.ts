import { expect, test } from "vitest";
import { permission } from "./permission";
import { question } from "./question";

test.each([
  "有条件的乡镇可成立工作小组。",
  "其他县可参照本方案执行。",
  "企业可以自愿申请。",
  "国有企业可免缴收益。",
])("speaks: %s", (words) => {
  expect(permission.speaks(question(words))).toBe(true);
});

test.each([
  "每年设立总额500万元的资金，企业采购时可申请。",
  "不可在河道内采砂。",
  "可持续发展的水利要加强。",
  "有条件的可先行，各县要抓紧落实。",
])("has nothing to say: %s", (words) => {
  expect(permission.speaks(question(words))).toBe(false);
});
