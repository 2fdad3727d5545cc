import { expect, test } from "vitest";
import { cutByWeight, pageByWeight } from "./paging";

const itself = (weight: number) => weight;

test("pages of what weighs differently hold all of it once, in order, none too heavy but what is one item", () => {
  expect(cutByWeight([3, 3, 4, 1, 12, 2, 8, 1], itself, 10)).toEqual([
    [3, 3, 4],
    [1],
    [12],
    [2, 8],
    [1],
  ]);
  expect(cutByWeight([], itself, 10)).toEqual([]);
});

test("a page that is not there is the last that is, and of nothing there is one page with nothing on it", () => {
  const items = [6, 6, 6];
  expect(pageByWeight(items, itself, 10, "2")).toEqual({ shown: [6], page: 2, pages: 3 });
  expect(pageByWeight(items, itself, 10, "99")).toEqual({ shown: [6], page: 3, pages: 3 });
  expect(pageByWeight(items, itself, 10, "moon").page).toBe(1);
  expect(pageByWeight([], itself, 10, "2")).toEqual({ shown: [], page: 1, pages: 1 });
});
