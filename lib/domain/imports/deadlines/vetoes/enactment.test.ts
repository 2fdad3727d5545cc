import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("no deadline", () => {
  test.each<[string, ...string[]]>([
    ["2025年9月修订的条例"],
    ["2026年版目录"],
    ["2025年10月印发的《意见》"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a deadline", () => {
  test.each<[string, ...string[]]>([
    ["2025年修订《目录》", "2025年 | date | 2025-01-01..2025-12-31 | year"],
    ["每两年修订一次目录", "每两年 | recurring | FREQ=YEARLY;INTERVAL=2 | year"],
    ["2025年10月底前修订目录", "2025年10月底前 | date | 2025-10-31 | month"],
    ["2025年10月印发目录", "2025年10月 | date | 2025-10-01..2025-10-31 | month"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
