import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("no deadline", () => {
  test.each<[string, ...string[]]>([
    ["3年内给予租金补贴"],
    ["2030年前对农村泵站用电免收基本电费"],
    ["2026—2028年，对新落户的企业给予奖励"],
    [
      "2026年1月1日至12月31日，对面临暂时困难且恢复有望、坚持不裁员的参保企业，返还标准可按6个月确定",
    ],
    ["2026年1月1日至12月31日，困难企业可组织职工开展培训"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a deadline", () => {
  test.each<[string, ...string[]]>([
    ["12月底前发放补贴", "12月底前 | date | 2025-12-31 | year:document | month"],
    ["2026—2028年，实施技能提升行动", "2026-2028年 | range | 2026-01-01..2028-12-31 | year"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
