import { expect, test } from "vitest";
import { numberOf } from "./numerals";

test.each([
  ["15", 15],
  ["十五", 15],
  ["十", 10],
  ["二十", 20],
  ["三十一", 31],
  ["一百零五", 105],
  ["二〇二五", 2025],
  ["二○○四", 2004],
  ["一九九六", 1996],
  ["两", 2],
  ["三", 3],
])("%s is %i", (words, number) => expect(numberOf(words)).toBe(number));

test.each(["", "半", "几", "3.5", "十x"])("%s is no whole number", (words) =>
  expect(numberOf(words)).toBeNull(),
);
