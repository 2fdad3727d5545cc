import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnText, wrapText } from "./drawn-text";

test("Chinese is broken by characters; no line starts with a comma or ends with an opening mark", () => {
  expect(wrapText("一二三四，五六（七八）九十", 4, 9)).toEqual([
    "一二三",
    "四，五六",
    "（七八）",
    "九十",
  ]);
  expect(wrapText("到2024年12月31日", 4, 9)).toEqual(["到2024", "年12月", "31日"]);
});

test("what does not fit ends in an ellipsis", () => {
  expect(wrapText("一二三四五六七八九十", 4, 2)).toEqual(["一二三四", "五六七…"]);
  expect(wrapText("山".repeat(5000), 20, 3).map((line) => line.length)).toEqual([20, 20, 20]);
  expect(wrapText("w".repeat(5000), 20, 3)).toHaveLength(3);
});

test("English is counted about as narrow as the font draws it", () => {
  expect(wrapText("Strengthen the control of non-road mobile sources", 15.2, 2)).toEqual([
    "Strengthen the control of",
    "non-road mobile sources",
  ]);
});

test("an apostrophe between letters is drawn as one: the font has the other as wide as a character", () => {
  expect(drawnText("People’s Government，‘好’")).toBe("People's Government，‘好’");
});

test("emoji, controls, halves of pairs and marks of direction are not drawn", () => {
  expect(drawnText("省\u202e生\ud800态\0环👨‍👩‍👧境🇨🇳\n厅❤️")).toBe("省生态环境 厅");
});

test("no text breaks the rules, whatever it is", () => {
  const character = fc.constantFrom(..."山西，。《》（）ab9 \n…—😀");
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 60 }),
      fc.integer({ min: 5, max: 20 }),
      (chars, ems) => {
        const lines = wrapText(chars.join(""), ems, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(ems * 2.5);
      },
    ),
  );
});
