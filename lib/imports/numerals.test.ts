import { expect, test } from "vitest";
import { labelled, numeral } from "./numerals";

const at = (format: string, ...numbers: number[]) =>
  numbers.map((number) => numeral(format, number)).join(" ");

test.each([
  ["decimal", [1, 10], "1 10"],
  ["decimalZero", [1, 10], "01 10"],
  [
    "chineseCounting",
    [1, 10, 11, 20, 21, 100, 105, 110],
    "一 十 十一 二十 二十一 一百 一百零五 一百一十",
  ],
  ["chineseCountingThousand", [12, 1001, 1010, 20_010], "十二 一千零一 一千零一十 二万零一十"],
  ["japaneseCounting", [1, 10, 12, 101, 110, 221], "一 十 十二 百一 百十 二百二十一"],
  ["ideographDigital", [1, 10, 12, 105], "一 一〇 一二 一〇五"],
  ["chineseLegalSimplified", [1, 10, 23], "壹 壹拾 贰拾叁"],
  ["ideographTraditional", [1, 10, 11], "甲 癸 甲"],
  ["decimalFullWidth", [1, 12], "１ １２"],
  ["decimalEnclosedCircle", [1, 20, 21, 35, 36, 50, 51], "① ⑳ ㉑ ㉟ ㊱ ㊿ 51"],
  ["decimalEnclosedParen", [1, 20, 21], "⑴ ⒇ 21"],
  ["lowerLetter", [1, 26, 27, 53], "a z aa aaa"],
  ["upperLetter", [2, 28], "B BB"],
  ["lowerRoman", [1, 4, 9, 14, 1990], "i iv ix xiv mcmxc"],
  ["upperRoman", [40, 4000], "XL 4000"],
  ["none", [1], ""],
  ["bullet", [1], ""],
  ["something new", [7], "7"],
  ["lowerLetter", [1_000_000], "1000000"],
])("%s", (format, numbers, written) => {
  expect(at(format, ...numbers)).toBe(written);
});

test("a full-width sign parts a label from its text, another one needs a space", () => {
  expect(labelled("一、", "要求")).toBe("一、要求");
  expect(labelled("（一）", "要求")).toBe("（一）要求");
  expect(labelled("1.", "5G网络")).toBe("1. 5G网络");
});
