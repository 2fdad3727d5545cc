import { expect, test } from "vitest";
import { targetsIn } from "./targets.fixture";

test.each([
  ["森林覆盖率达到25%以上", "森林覆盖率 at_least 25 %"],
  ["资产负债率控制在65%以内", "资产负债率 within 65 %"],
  ["PM2.5平均浓度降至35微克/立方米以下", "PM2.5平均浓度 at_most 35 微克/立方米"],
  ["粮食产量稳定在1400万吨左右", "粮食产量 about 1400 万吨"],
  ["研发投入占比提高到3.2%", "研发投入占比 equal 3.2 %"],
  ["主要指标合格率不低于９８．５％", "主要指标合格率 at_least 98.5 %"],
])("%s", (words, target) => expect(targetsIn(words)).toEqual([target]));

test.each(["在3个城市试点", "达到国内领先水平", "2025年达到一流"])("%s is none", (words) =>
  expect(targetsIn(words)).toEqual([]),
);
