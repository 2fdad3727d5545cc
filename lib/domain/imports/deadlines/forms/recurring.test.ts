import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("a day or month within the cycle", () => {
  test.each<[string, ...string[]]>([
    [
      "每年1月31日前公开年报",
      "每年1月31日前 | recurring | FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31 | day",
    ],
    [
      "每年6月底前完成一轮检查",
      "每年6月底前 | recurring | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1 | month",
    ],
    ["每年年底前报送总结", "每年年底前 | recurring | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1 | year"],
    [
      "每年6月、12月底前各报送一次",
      "每年6月、12月底前 | recurring | FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 | month",
    ],
    [
      "每年第一季度公布上年度情况",
      "每年第一季度 | recurring | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1 | quarter",
    ],
    [
      "每年上半年、下半年各开展一轮巡查",
      "每年上半年、下半年 | recurring | FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 | half",
    ],
    [
      "每季度末报送进展",
      "每季度末 | recurring | FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 | quarter",
    ],
    [
      "每季度首月10日前报送上季度情况",
      "每季度首月10日前 | recurring | FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10 | day",
    ],
    [
      "每个季度第1个月的20日前报送",
      "每个季度第1个月的20日前 | recurring | FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=20 | day",
    ],
    [
      "每季度结束后10个工作日内报送",
      "每季度结束后10个工作日内 | recurring | FREQ=MONTHLY;INTERVAL=3 | 10 workday | quarter",
    ],
    ["每月25日前报送", "每月25日前 | recurring | FREQ=MONTHLY;BYMONTHDAY=25 | day"],
    ["次月5日前报送上月情况", "次月5日前 | recurring | FREQ=MONTHLY;BYMONTHDAY=5 | day"],
    ["每月底前报送", "每月底前 | recurring | FREQ=MONTHLY;BYMONTHDAY=-1 | month"],
    [
      "于每月最后一个工作日前报送",
      "每月最后一个工作日前 | recurring | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | day",
    ],
    ["每周五向县政府报送", "每周五 | recurring | FREQ=WEEKLY;BYDAY=FR | day"],
    [
      "自6月5日起，每周一、周四下午报送",
      "自6月5日起,每周一、周四 | recurring | 2025-06-05.. | FREQ=WEEKLY;BYDAY=MO,TH | day",
    ],
    ["每月向县住房城乡建设局报送情况", "每月 | recurring | FREQ=MONTHLY | month"],
    ["每周五前报送", "每周五前 | recurring | FREQ=WEEKLY;BYDAY=FR | day"],
    [
      "每年度终了后4个月内报送",
      "每年度终了后4个月内 | recurring | FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1 | 4 month | month",
    ],
    ["每年汛期前检查", "每年汛期前 | recurring | FREQ=YEARLY | year"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("it may begin with a year", () => {
  test.each<[string, ...string[]]>([
    [
      "2026年起，每年4月底前完成复核",
      "2026年起,每年4月底前 | recurring | 2026-01-01.. | FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1 | month",
    ],
    ["自4月起每月开展一次暗访", "自4月起每月 | recurring | 2025-04-01.. | FREQ=MONTHLY | month"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("without one it counts where something is handed in or carried out", () => {
  test.each<[string, ...string[]]>([
    ["市政府督查室每半年通报一次进展", "每半年 | recurring | FREQ=MONTHLY;INTERVAL=6 | half"],
    ["每季度定期发布需求清单", "每季度 | recurring | FREQ=MONTHLY;INTERVAL=3 | quarter"],
    ["每学期开展1次专题教育", "每学期 | recurring | FREQ=MONTHLY;INTERVAL=6 | half"],
    ["每学年开展一次评估", "每学年 | recurring | FREQ=YEARLY | year"],
    ["每半个月更新一次台账", "每半个月 | recurring | FREQ=MONTHLY;BYMONTHDAY=15,-1 | day"],
    ["每年遴选不超过10个", "每年 | recurring | FREQ=YEARLY | year"],
    ["每月开展一次安全检查", "每月 | recurring | FREQ=MONTHLY | month"],
    ["每两年开展一次评估", "每两年 | recurring | FREQ=YEARLY;INTERVAL=2 | year"],
    ["每10天通报一次进展", "每10天 | recurring | FREQ=DAILY;INTERVAL=10 | day"],
    ["每十五日调度一次", "每十五日 | recurring | FREQ=DAILY;INTERVAL=15 | day"],
    ["按季度通报进展", "按季度 | recurring | FREQ=MONTHLY;INTERVAL=3 | quarter"],
    ["按季度公示水质", "按季度 | recurring | FREQ=MONTHLY;INTERVAL=3 | quarter"],
    ["至少每年一次", "每年 | recurring | FREQ=YEARLY | year"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("an amount or quota is none", () => {
  test.each<[string, ...string[]]>([
    ["每年给予最高200万元补助"],
    ["全市每年总额最高不超过500万元"],
    ["享受每月1000元补贴"],
    ["每年培育企业50家"],
    ["每年组织实施节水项目30个以上"],
    ["每年开展培训1000人次"],
    ["每年开展专场招聘活动800场以上"],
    ["每年抽查比例不低于5%"],
    ["每人每年1200元"],
    ["每年申报项目30个以上"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

test("what is measured again and again is handed in", () => {
  expect(timesIn("每月抽测柴油车200辆以上。")).toEqual(["每月 | recurring | FREQ=MONTHLY | month"]);
});

describe("a mechanism's name is none", () => {
  test.each<[string, ...string[]]>([
    ["建立“月调度、季通报、年考核”机制"],
    ["定期通报"],
    ["将工作计划逐月进行分解。"],
    ["按照“年初建账、逐月查账”的制度跟踪。"],
    ["年度约束性指标"],
    ["按年度计划组织实施"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("in a time column it needs no verb", () => {
  test.each<[string, ...string[]]>([
    ["每季度", "每季度 | recurring | FREQ=MONTHLY;INTERVAL=3 | quarter"],
    ["每月", "每月 | recurring | FREQ=MONTHLY | month"],
    ["每周一", "每周一 | recurring | FREQ=WEEKLY;BYDAY=MO | day"],
    [
      "每年6月底前、12月底前",
      "每年6月底前、12月底前 | recurring | FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 | month",
    ],
  ])("%s", (words, ...times) => expect(timesIn(words, { isCell: true })).toEqual(times));
});
