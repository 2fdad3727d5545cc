import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("how long it takes", () => {
  test.each<[string, ...string[]]>([
    ["开展为期三个月的专项整治", "为期三个月 | relative | 3 month | month"],
    ["用3年时间，建成体系", "用3年时间 | relative | 3 year | year"],
    ["力争3年左右时间实现倍增", "力争3年左右时间 | relative | 3 year | year"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a gathering of days, an age and a count are none", () => {
  test.each<[string, ...string[]]>([
    ["举办为期2天的培训"],
    ["提供一对一、为期6个月的深度辅导"],
    ["3年以上工作经历"],
    ["连续3年"],
    ["保存期限不少于5年"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("alone in a time column", () => {
  test.each<[string, ...string[]]>([
    ["3个月", "3个月 | relative | 3 month | month"],
    ["30天", "30天 | relative | 30 day | day"],
    ["3个百分点"],
  ])("%s", (words, ...times) => expect(timesIn(words, { isCell: true })).toEqual(times));
});
