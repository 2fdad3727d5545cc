import { expect, test } from "vitest";
import { targetsIn } from "./targets.fixture";

test.each([
  ["地区生产总值增长6%左右", "地区生产总值 up_by 6 %"],
  ["单位GDP能耗较2020年下降14.5%", "单位GDP能耗 down_by 14.5 % 2020"],
  ["城镇化率提高1.2个百分点", "城镇化率 up_by 1.2 个百分点"],
])("%s", (words, target) => expect(targetsIn(words)).toEqual([target]));

test.each(["收入增长较快", "提高3个等级", "能力提升行动"])("%s is none", (words) =>
  expect(targetsIn(words)).toEqual([]),
);
