import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("no deadline", () => {
  test.each<[string, ...string[]]>([["预计到2027年市场规模达到100亿元"], ["有望2026年底建成"]])(
    "%s",
    (words, ...times) => expect(timesIn(words)).toEqual(times),
  );
});

describe("a deadline", () => {
  test.each<[string, ...string[]]>([
    ["计划2026年底建成", "2026年底 | date | 2026-12-31 | year"],
    ["建立雨量预测预警机制，汛期前组织演练", "汛期前 | event | none"],
    ["预计投资5亿元。2026年底建成", "2026年底 | date | 2026-12-31 | year"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
