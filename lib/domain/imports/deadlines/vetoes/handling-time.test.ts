import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("no deadline", () => {
  test.each<[string, ...string[]]>([
    ["3日内办结"],
    ["实行1个工作日内回访、5个工作日内整改反馈"],
    ["审批时限压缩至5个工作日内"],
    ["收到材料后10个工作日内审核完毕"],
    ["受理之日起20日内作出决定"],
    ["企业开办1日内办理完毕"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a deadline", () => {
  test.each<[string, ...string[]]>([
    [
      "自收到转办单之日起15个工作日内办结",
      "自收到转办单之日起15个工作日内 | relative | 收到 | 15 workday | day",
    ],
    ["请县财政局在5个工作日内拨付到位", "5个工作日内 | relative | 5 workday | day"],
    ["10个工作日内将办理情况报送", "10个工作日内 | relative | 10 workday | day"],
    ["15日内提交方案", "15日内 | relative | 15 day | day"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
