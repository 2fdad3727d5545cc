import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("no deadline", () => {
  test.each<[string, ...string[]]>([["在2025年10月17日国家扶贫日前后开展活动"]])(
    "%s",
    (words, ...times) => expect(timesIn(words)).toEqual(times),
  );
});

describe("a deadline", () => {
  test.each<[string, ...string[]]>([
    ["10月17日前开展活动，春节前后慰问", "10月17日前 | date | 2025-10-17 | year:document | day"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
