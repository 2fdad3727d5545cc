import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("in running text an adverb is none", () => {
  test.each<[string, ...string[]]>([["及时上报，长期坚持，持续推进"], ["立行立改"]])(
    "%s",
    (words, ...times) => expect(timesIn(words)).toEqual(times),
  );
});

describe("in a time column it is a time", () => {
  test.each<[string, ...string[]]>([
    ["长期坚持", "长期坚持 | ongoing | none"],
    ["立行立改，长期坚持", "立行立改 | vague | none", "长期坚持 | ongoing | none"],
    ["常态化推进", "常态化推进 | ongoing | none"],
    ["贯穿全年", "贯穿全年 | ongoing | none"],
    ["视水情适时启动"],
    ["即知即改", "即知即改 | vague | none"],
    [
      "2025年6月底前取得明显成效并长期坚持",
      "2025年6月底前 | date | 2025-06-30 | month",
      "长期坚持 | ongoing | none",
    ],
  ])("%s", (words, ...times) => expect(timesIn(words, { isCell: true })).toEqual(times));
});

describe("alone at the end of a bracket too", () => {
  test.each<[string, ...string[]]>([
    ["（市住建局负责；长期坚持）", "长期坚持 | ongoing | none"],
    ["（市场监管局牵头，持续推进）", "持续推进 | ongoing | none"],
    ["（县水利局，各乡镇，持续推进）", "持续推进 | ongoing | none"],
    ["（持续推进城市更新）"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
