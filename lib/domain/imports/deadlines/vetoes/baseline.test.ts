import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("no deadline", () => {
  test.each<[string, ...string[]]>([
    ["较2026年下降18%"],
    ["在2025年基础上提高"],
    ["以2025年为基期"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a deadline", () => {
  test.each<[string, ...string[]]>([
    ["最迟不超过9月底", "9月底 | date | 2025-09-30 | year:document | month"],
    ["比上年提高，2025年底前完成", "2025年底前 | date | 2025-12-31 | year"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
