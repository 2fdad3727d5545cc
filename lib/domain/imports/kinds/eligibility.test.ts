import { expect, test } from "vitest";
import { eligibility } from "./eligibility";
import { question } from "./question";

test.each([
  "本方案适用于全县小微水体。",
  "申报对象为在县内注册的企业。",
  "参评人员必须从业两年以上。",
])("speaks: %s", (words) => {
  expect(eligibility.speaks(question(words))).toBe(true);
});

test.each(["评选对象名单要公示。各乡镇要推荐人选。", "发展适用技术"])(
  "has nothing to say: %s",
  (words) => {
    expect(eligibility.speaks(question(words))).toBe(false);
  },
);
