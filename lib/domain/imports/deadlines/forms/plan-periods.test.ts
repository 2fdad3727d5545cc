import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("a plan's years end with its fifth", () => {
  test.each<[string, ...string[]]>([
    ["“十四五”期间，建成100个", "“十四五”期间 | target | 2025-12-31 | year"],
    ["十五五末达到", "十五五末 | target | 2030-12-31 | year"],
    ["到“十五五”末，覆盖率达到90%", "到“十五五”末 | target | 2030-12-31 | year"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("the plan itself and its past are none", () => {
  test.each<[string, ...string[]]>([
    ["制定“十五五”规划纲要"],
    ["“十三五”以来"],
    ["“十三五”期间取得了成效"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
