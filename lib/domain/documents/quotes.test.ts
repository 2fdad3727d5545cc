import { expect, test } from "vitest";
import { paragraphAt, sentenceAround } from "./quotes";

const text = "标题\n\n一是甲,持续\n\n推进乙。\n\n二是丙。";

test("paragraphs are counted from 1 by blank lines", () => {
  expect(paragraphAt(text, 0)).toBe(1);
  expect(paragraphAt(text, text.indexOf("一是"))).toBe(2);
  expect(paragraphAt(text, text.indexOf("二是"))).toBe(4);
});

test("a list element is shown in its sentence, whole and without the page's line breaks", () => {
  const page = "标题\n\n七是完善体系。完善甲管理、乙联防、\n\n丙应对等体系。八是丁。";
  const place = (quote: string) => {
    const start = page.indexOf(quote);
    return { start, end: start + quote.length };
  };
  expect(sentenceAround(page, place("乙联防"))).toBe("完善甲管理、乙联防、丙应对等体系。");
  expect(sentenceAround(page, place("八是丁。"))).toBeNull();
  expect(sentenceAround(page, place("七是完善体系。"))).toBeNull();
});
