import { expect, test } from "vitest";
import { targetsIn } from "./targets.fixture";

test("each has the year that its sentence says before it", () => {
  expect(targetsIn("2026年，培育社区10个。到2028年，建成社区100个，覆盖率达到95%。")).toEqual([
    "社区 equal 10 个 2026",
    "社区 equal 100 个 2028",
    "覆盖率 equal 95 % 2028",
  ]);
});

test("a base year is no target year", () => {
  expect(targetsIn("到2027年，煤炭消费量较2020年下降18%。")).toEqual([
    "煤炭消费量 down_by 18 % 2020 2027",
  ]);
});

test("benefits, conditions, results and forecasts are nothing to reach", () => {
  for (const words of [
    "给予最高200万元补助",
    "对登记数据产品达10个以上的，给予奖励",
    "已建成社区20个",
    "预计市场规模达到100亿元",
    "享受每月1000元补贴",
  ])
    expect(targetsIn(words)).toEqual([]);
});
