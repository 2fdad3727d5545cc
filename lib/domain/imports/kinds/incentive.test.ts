import { expect, test } from "vitest";
import { incentive } from "./incentive";
import { question } from "./question";

test.each(["对达标的水厂给予最高20万元奖励", "发放创新创业消费券", "入驻的主体，享受免费数据通道"])(
  "speaks: %s",
  (words) => {
    expect(incentive.speaks(question(words))).toBe(true);
  },
);

test.each(["水厂获得奖励", "补贴对象名单见附件"])("has nothing to say: %s", (words) => {
  expect(incentive.speaks(question(words))).toBe(false);
});
