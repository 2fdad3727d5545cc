import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("the month of the document or the one after", () => {
  test.each<[string, ...string[]]>([
    ["请于本月底前报送", "本月底前 | date | 2025-02-28 | year:document | month"],
    ["下月5日前反馈", "下月5日前 | date | 2025-03-05 | year:document | day"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("the week of the document or the one after ends with its Sunday", () => {
  test.each<[string, ...string[]]>([
    ["请于本周内报送", "本周内 | date | 2025-02-23 | year:document | day"],
    ["下周五前反馈", "下周五前 | date | 2025-02-28 | year:document | day"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("over the end of a year", () => {
  test.each<[string, ...string[]]>([
    ["下月10日前反馈", "下月10日前 | date | 2026-01-10 | year:document | day"],
  ])("%s", (words, ...times) => expect(timesIn(words, { datedOn: "2025-12-20" })).toEqual(times));
});

describe("without a day of the document none", () => {
  test.each<[string, ...string[]]>([["请于本月底前报送"]])("%s", (words, ...times) =>
    expect(timesIn(words, { datedOn: null })).toEqual(times),
  );
});
