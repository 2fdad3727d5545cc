import { expect, test } from "vitest";
import { isAtPlace, paragraphAt } from "./quotes";

const text = "标题\n\n一是甲,持续\n\n推进乙。\n\n二是丙。";

test("a quote that the page's columns broke in two is still at its place", () => {
  const start = text.indexOf("持续");
  expect(isAtPlace("持续推进乙", text, { start, end: text.indexOf("。") })).toBe(true);
  expect(isAtPlace("持续推进乙", text, { start: start + 1, end: text.indexOf("。") })).toBe(false);
});

test("paragraphs are counted from 1 by blank lines", () => {
  expect(paragraphAt(text, 0)).toBe(1);
  expect(paragraphAt(text, text.indexOf("一是"))).toBe(2);
  expect(paragraphAt(text, text.indexOf("二是"))).toBe(4);
});
