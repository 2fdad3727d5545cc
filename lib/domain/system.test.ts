import { expect, test } from "vitest";
import { isDiskLow } from "./system";

const megabyte = 1024 ** 2;
const gigabyte = 1024 ** 3;

test("a fifth of a small disk is kept, and 5 GB of a large one, whatever is on its way", () => {
  const small = { total: 300 * megabyte, free: 100 * megabyte };
  expect([isDiskLow(small), isDiskLow(small, 40 * megabyte)]).toEqual([false, false]);
  expect(isDiskLow(small, 41 * megabyte)).toBe(true);
  const large = { total: 1000 * gigabyte, free: 6 * gigabyte };
  expect([isDiskLow(large), isDiskLow(large, 2 * gigabyte)]).toEqual([false, true]);
});
