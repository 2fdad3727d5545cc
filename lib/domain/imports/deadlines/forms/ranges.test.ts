import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("both days are included", () => {
  test.each<[string, ...string[]]>([
    ["2025年3月至6月，开展排查", "2025年3月至6月 | range | 2025-03-01..2025-06-30 | month"],
    ["2025年4―6月，由社会团体自查", "2025年4-6月 | range | 2025-04-01..2025-06-30 | month"],
    [
      "2025年10月――2026年2月，审定换证",
      "2025年10月--2026年2月 | range | 2025-10-01..2026-02-28 | month",
    ],
    ["2025年3月8日至15日集中申报", "2025年3月8日至15日 | range | 2025-03-08..2025-03-15 | day"],
    [
      "从2025年4月起至2025年10月底，开展专项整治",
      "从2025年4月起至2025年10月底 | range | 2025-04-01..2025-10-31 | month",
    ],
    [
      "9月中旬至10月下旬开展评审。",
      "9月中旬至10月下旬 | range | 2025-09-11..2025-10-31 | year:document | ten_day",
    ],
    ["2026—2027年完成改造", "2026-2027年 | range | 2026-01-01..2027-12-31 | year"],
    [
      "11月至次年3月开展攻坚",
      "11月至次年3月 | range | 2025-11-01..2026-03-31 | year:document | month",
    ],
    ["时间为2025年3月—5月", "2025年3月-5月 | range | 2025-03-01..2025-05-31 | month"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("it may begin with the day of issue", () => {
  test.each<[string, ...string[]]>([
    [
      "即日起至2025年12月31日，开展整治",
      "即日起至2025年12月31日 | range | 2025-02-20..2025-12-31 | 印发 | day",
    ],
    [
      "自本通知印发之日起至12月底前",
      "自本通知印发之日起至12月底前 | range | 2025-02-20..2025-12-31 | 印发 | month",
    ],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a bracket gives a stage its window, a name its years", () => {
  test.each<[string, ...string[]]>([
    [
      "（一）宣传发动阶段（3月1日-3月10日）。",
      "3月1日-3月10日 | range | 2025-03-01..2025-03-10 | year:document | day",
    ],
    [
      "第一阶段：动员部署（2025年3月1日—3月15日）。各单位要召开会议",
      "2025年3月1日-3月15日 | range | 2025-03-01..2025-03-15 | day",
    ],
    [
      "（二）集中免疫（3月21日至4月30日）。县农业农村局要建立档案。",
      "3月21日至4月30日 | range | 2025-03-21..2025-04-30 | year:document | day",
    ],
    [
      "联合巡查（6月至9月）。各部门要开展巡查。",
      "6月至9月 | range | 2025-06-01..2025-09-30 | year:document | month",
    ],
    ["1.深化改革。通报运行情况（1月至6月）。"],
    ["全市运动会（2025年10月12日至20日）"],
    ["旅游文化节（3月21日至4月30日）。"],
    ["实施“英才计划”（2026—2028年）"],
    ["《行动方案（2025—2027年）》"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

test("from an hour of a day to one of another, decided", () => {
  expect(timesIn("县交警大队决定自2025年5月3日零时起至6月8日24时止，对南门桥实行管制")).toEqual([
    "自2025年5月3日零时起至6月8日24时止 | range | 2025-05-03..2025-06-08 | day",
  ]);
});

describe("none runs backwards, and what only looks like one hides its days", () => {
  test.each<[string, ...string[]]>([
    ["2025年6月至2025年3月"],
    ["2024年5月12日至6月10日，督察组开展了督察"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("in a time column", () => {
  test.each<[string, ...string[]]>([
    ["2025年6月—12月", "2025年6月-12月 | range | 2025-06-01..2025-12-31 | month"],
    ["1—6月", "1-6月 | range | 2025-01-01..2025-06-30 | year:document | month"],
    ["2025年-2027年", "2025年-2027年 | range | 2025-01-01..2027-12-31 | year"],
    ["3—4季度", "3-4季度 | range | 2025-07-01..2025-12-31 | year:document | quarter"],
    ["8月25日-9月10日", "8月25日-9月10日 | range | 2025-08-25..2025-09-10 | year:document | day"],
    ["2025年3月至年底", "2025年3月至年底 | range | 2025-03-01..2025-12-31 | year"],
  ])("%s", (words, ...times) => expect(timesIn(words, { isCell: true })).toEqual(times));
});
