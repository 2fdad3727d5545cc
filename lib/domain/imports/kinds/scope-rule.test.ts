import { expect, test } from "vitest";
import { question } from "./question";
import { scopeRule } from "./scope-rule";

test.each([
  "以上任务须在12月底前完成。",
  "列第一位的为牵头单位，下同。",
  "涉及多个牵头单位的，按职责分工负责。",
  "未注明完成时限的，2025年底前完成。",
  "本措施所需资金从专项资金中列支。",
  "说明：牵头单位对任务负总责，配合单位按职责抓好落实。",
])("speaks: %s", (words) => {
  expect(scopeRule.speaks(question(words))).toBe(true);
});

test.each(["各单位要对照上述任务制定方案。", "以上工作由县水利局汇总。各乡镇要抓紧落实。"])(
  "has nothing to say: %s",
  (words) => {
    expect(scopeRule.speaks(question(words))).toBe(false);
  },
);
