import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("from the day of issue the end is known", () => {
  test.each<[string, ...string[]]>([
    [
      "自本方案印发之日起10个工作日内制定方案",
      "自本方案印发之日起10个工作日内 | relative | 2025-02-20..2025-03-06 | 印发 | 10 workday | day",
    ],
    [
      "自本决定发布之日起20个工作日内公布细则",
      "自本决定发布之日起20个工作日内 | relative | 2025-02-20..2025-03-20 | 印发 | 20 workday | day",
    ],
    [
      "印发之日起30日内制定配套措施",
      "印发之日起30日内 | relative | 2025-02-20..2025-03-22 | 印发 | 30 day | day",
    ],
    [
      "本意见印发后3个月内出台实施细则",
      "本意见印发后3个月内 | relative | 2025-02-20..2025-05-20 | 印发 | 3 month | month",
    ],
    [
      "各单位要自本方案印发之日起10个工作日内制定方案；涉及多个地区的，在30日内制定联合方案。",
      "自本方案印发之日起10个工作日内 | relative | 2025-02-20..2025-03-06 | 印发 | 10 workday | day",
      "30日内 | relative | 2025-02-20..2025-03-22 | 印发 | 30 day | day",
    ],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("from anything else it is named and the end open", () => {
  test.each<[string, ...string[]]>([
    [
      "市整改办收到申请之日起20个工作日内组织核查",
      "收到申请之日起20个工作日内 | relative | 收到申请之日 | 20 workday | day",
    ],
    ["收到本通知后15日内报送", "收到本通知后15日内 | relative | 收到 | 15 day | day"],
    [
      "要在执法决定作出之日起20个工作日内，向社会公布",
      "执法决定作出之日起20个工作日内 | relative | 执法决定作出之日 | 20 workday | day",
    ],
    [
      "整改完成后，牵头单位在10个工作日内提出验收申请",
      "10个工作日内 | relative | 整改完成后 | 10 workday | day",
    ],
    ["批复之日起60日内开工", "批复之日起60日内 | relative | 批复 | 60 day | day"],
    ["自施行之日起30日内修订", "自施行之日起30日内 | relative | 施行 | 30 day | day"],
    ["名单公布之日起20日内", "名单公布之日起20日内 | relative | 名单公布之日 | 20 day | day"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("without anything to count from it is open", () => {
  test.each<[string, ...string[]]>([
    ["15日内提交整改报告", "15日内 | relative | 15 day | day"],
    ["一个月内完成整改", "一个月内 | relative | 1 month | month"],
    ["两周内完成摸排", "两周内 | relative | 14 day | day"],
    ["3—5年内建成", "3-5年内 | relative | 5 year | year"],
    ["半年内完成", "半年内 | relative | 6 month | month"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a year to begin with gives the end", () => {
  test.each<[string, ...string[]]>([
    [
      "2012年起5年内完成",
      "2012年起5年内 | relative | 2012-01-01..2016-12-31 | 2012年 | 5 year | year",
    ],
  ])("%s", (words, ...times) => expect(timesIn(words, { datedOn: "2012-03-01" })).toEqual(times));
});

describe("hours are none", () => {
  test.each<[string, ...string[]]>([["事故发生后1小时内报告"], ["24小时内"]])(
    "%s",
    (words, ...times) => expect(timesIn(words)).toEqual(times),
  );
});
