import { describe, expect, it, test } from "vitest";
import { fitOf, folded, nearParts, partsOf, wordsOf } from "./search-words";

const groups = [
  ["供暖", "取暖", "清洁取暖"],
  ["汽车", "机动车"],
];
const fitFor = (typed: string, text: string) => fitOf(wordsOf(typed, groups), folded(text));

test("width, case and traditional characters make no difference, one by one", () => {
  expect(folded("ＡＩＲ－０５ 鍋爐 ＰＭ２．５")).toBe("air-05 锅炉 pm2.5");
  expect(folded("著名")).toBe(folded("著名"));
});

test("words are taken once each, however they are written", () => {
  expect(wordsOf(" 臭氧　ＶＯＣs 臭氧 vocs ", [])).toEqual([["臭氧"], ["vocs"]]);
  expect(wordsOf(" ", groups)).toEqual([]);
});

test.each([
  ["AIR-5", ["air-05", "air-005", "air-5"]],
  ["ＡＩＲ－05.1", ["air-05.1", "air-005.1"]],
  ["CEN—R1", ["cen-r01", "cen-r001", "cen-r1", "cen—r1"]],
  ["air5", ["air5", "air-05", "air-005", "air-5"]],
  ["PM2.5", ["pm2.5", "pm-02.5", "pm-002.5", "pm-2.5"]],
])("%s is looked for as %j", (typed, forms) => {
  expect(wordsOf(typed, groups)).toEqual([forms]);
});

test("a word is looked for as the others of its group say it, alone and inside another", () => {
  expect(wordsOf("供暖", groups)).toEqual([["供暖", "取暖", "清洁取暖"]]);
  expect(wordsOf("汽車尾气", groups)).toEqual([["汽车尾气", "机动车尾气"]]);
  // The longest part of it that a group knows.
  expect(wordsOf("清洁取暖", groups)).toEqual([["清洁取暖", "供暖", "取暖"]]);
  expect(wordsOf("汽车", [["汽车", "$&"]])).toEqual([["汽车", "$&"]]);
});

test("Chinese falls apart where the text cuts it; letters, figures and a single sign do not", () => {
  expect(partsOf("禁烧")).toEqual({ all: ["禁烧"], any: [], whole: [] });
  expect(partsOf("散乱污")).toEqual({ all: ["散乱", "乱污"], any: [], whole: [] });
  expect(partsOf("秸秆禁烧")).toEqual({ all: ["秸秆", "禁烧"], any: [], whole: [] });
  expect(partsOf("大气污染防治")).toEqual({
    all: ["大气", "防治"],
    any: [
      ["气污", "污染"],
      ["污染", "染防"],
    ],
    whole: [],
  });
  expect(partsOf("pm2.5省")).toEqual({
    all: ["pm", "m2", "2.", ".5", "省"],
    any: [],
    whole: ["pm2.5"],
  });
});

describe("a text fits", () => {
  it.each([
    ["秸秆禁烧", "秸秆禁烧", 3],
    ["秸秆禁烧", "秸秆综合利用和禁烧", 1],
    ["秸秆禁烧", "禁烧，秸秆", 1],
    ["秸秆禁烧", "秸秆综合利用", null],
    ["秸秆禁烧", "秸秆 禁 烧", null],
    ["大气污染防治", "大气的污染与防治", 1],
    ["大气污染防治", "大气与防治", null],
    ["供暖", "清洁取暖改造", 2],
    ["冬季供暖", "冬季清洁取暖", 2],
    ["冬季供暖", "取暖，在冬季", 1],
    ["供暖 改造", "清洁取暖改造", 5],
    ["供暖 补贴", "清洁取暖改造", null],
    ["鍋爐", "锅炉", 3],
    ["锅炉", "鍋爐", 3],
    ["AIR-5", "AIR-05 强化", 3],
    ["pm2.5", "pm10 2.5", null],
    ["", "whatever", 0],
  ])("%j in %j: %s", (typed, text, fits) => {
    expect(fitFor(typed, text)).toBe(fits);
  });
});

test("what is near shares pairs of characters, of synonyms too", () => {
  expect(nearParts(wordsOf("供暖补贴 VOCs 省", groups))).toEqual([
    ...["供暖", "暖补", "补贴", "取暖", "清洁", "洁取"],
  ]);
});
