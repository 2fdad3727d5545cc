import { expect, test } from "vitest";
import { textPageAt, textPages } from "./pages";
import { paragraphAt } from "./quotes";

const paragraph = (signs: number) => "字".repeat(signs);
const text = [900, 1_000, 1_000, 9_000, 300].map(paragraph).join("\n\n");

test("a text comes in pages of whole paragraphs, each paragraph once; a long one is a page by itself", () => {
  expect(textPages(text).map(({ first, last }) => [first, last])).toEqual([
    [1, 2],
    [3, 3],
    [4, 4],
    [5, 5],
  ]);
  expect(textPages("\n短\n").map(({ first, last }) => [first, last])).toEqual([[1, 1]]);
  expect(textPages("")).toHaveLength(1);
});

test("every place is on the page that holds its paragraph", () => {
  const pages = textPages(text);
  for (let start = 0; start < text.length; start += 97) {
    if (text[start] !== "字") continue;
    const { first = 0, last = 0 } = pages[textPageAt(text, start) - 1] ?? {};
    const number = paragraphAt(text, start);
    expect(number).toBeGreaterThanOrEqual(first);
    expect(number).toBeLessThanOrEqual(last);
  }
});
