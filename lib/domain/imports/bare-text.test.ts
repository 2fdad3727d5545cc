import { expect, test } from "vitest";
import { bareText, placeOf } from "./bare-text";

const read = (text: string) => bareText(text, { start: 0, end: text.length }).text;

test("folds width and dashes, and drops the spaces within words", () => {
  expect(read("２０２５ 年 ６月底前，（一）1997年4―6月")).toBe("2025年6月底前,(一)1997年4-6月");
  expect(read("办理⽇期")).toBe("办理日期");
});

test("a line break within a paragraph means nothing; paragraphs and cells stay apart", () => {
  expect(read("2018年1\n2月底前\n\n二\t三")).toBe("2018年12月底前\n二\t三");
});

test("two numbers beside each other do not become one", () => {
  expect(read("表1 2025年")).toBe("表1 2025年");
  expect(read("①2025年")).toBe("①2025年");
});

test("a sign knows where it stood", () => {
  const text = "于 2025 年 6 月底前 完成";
  const bare = bareText(text, { start: 2, end: text.length });
  expect(bare.text).toBe("2025年6月底前完成");
  const { start, end } = placeOf(bare, 0, 9);
  expect(text.slice(start, end)).toBe("2025 年 6 月底前");
  expect(() => placeOf(bare, 3, 3)).toThrow(RangeError);
});
