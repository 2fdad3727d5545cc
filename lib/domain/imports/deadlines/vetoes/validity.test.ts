import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("no deadline", () => {
  test.each<[string, ...string[]]>([
    ["自2025年7月1日起施行，有效期至2027年12月31日。"],
    ["本办法执行至2026年底"],
    ["政策延长至2027年12月31日。"],
    ["所得税缴纳一律延缓到明年。"],
    ["从2025年5月1日起至2026年12月31日止，减半征收"],
    ["5年以内贷款"],
    ["缓缴社会保险费，实施期限至2025年12月31日。"],
    ["原政策实施至2025年4月30日，其后按新标准执行。"],
    ["2025年5月1日至2026年4月30日实施阶段性下调费率的政策。"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a deadline", () => {
  test.each<[string, ...string[]]>([
    ["2025年底前有效提升服务能力", "2025年底前 | date | 2025-12-31 | year"],
    ["2025年底前全面实施", "2025年底前 | date | 2025-12-31 | year"],
    [
      "2025年5月1日至9月30日实施检查。",
      "2025年5月1日至9月30日 | range | 2025-05-01..2025-09-30 | day",
    ],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
