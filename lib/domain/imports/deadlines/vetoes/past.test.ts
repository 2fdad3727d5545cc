import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("no deadline", () => {
  test.each<[string, ...string[]]>([
    ["2024年，全市生产总值增长5%"],
    ["截至2025年1月底，全市已建成50个"],
    ["2023年12月底前完成清理"],
    ["2025年1月10日反馈了意见"],
    ["会议指出，一季度全市经济实现平稳开局"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a deadline", () => {
  test.each<[string, ...string[]]>([
    ["2024年12月底前完成清理", "2024年12月底前 | date | 2024-12-31 | month"],
    ["2025年1月底前报送方案", "2025年1月底前 | date | 2025-01-31 | month"],
    ["2025年3月底前完成", "2025年3月底前 | date | 2025-03-31 | month"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
