import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("in a time column", () => {
  test.each<[string, ...string[]]>([
    ["2025-12-31", "2025-12-31 | date | 2025-12-31 | day"],
    ["2025/6/30前", "2025/6/30前 | date | 2025-06-30 | day"],
    ["2025.12", "2025.12 | date | 2025-12-01..2025-12-31 | month"],
    ["2025.06.30前", "2025.06.30前 | date | 2025-06-30 | day"],
    ["12.31前", "12.31前 | date | 2025-12-31 | year:document | day"],
    ["2025-02-30"],
  ])("%s", (words, ...times) => expect(timesIn(words, { isCell: true })).toEqual(times));
});

describe("in running text numbers are none", () => {
  test.each<[string, ...string[]]>([
    ["按照GB 2025-12-31执行"],
    ["增长6.30"],
    ["2025.6.30前完成", "2025.6.30前 | date | 2025-06-30 | day"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
