import { expect, test } from "vitest";
import { readPoint } from "./points";

test.each([
  ["2025年2月底", "2025-02-01", "2025-02-28", "month"],
  ["2024年2月", "2024-02-01", "2024-02-29", "month"],
  ["十二月", "2025-12-01", "2025-12-31", "month"],
  ["6月15日", "2025-06-15", "2025-06-15", "day"],
  ["二〇〇四年一月十六日", "2004-01-16", "2004-01-16", "day"],
  ["6月上旬", "2025-06-01", "2025-06-10", "ten_day"],
  ["2月中旬", "2025-02-11", "2025-02-20", "ten_day"],
  ["2月下旬", "2025-02-21", "2025-02-28", "ten_day"],
  ["3月中下旬", "2025-03-11", "2025-03-31", "ten_day"],
  ["3月上中旬", "2025-03-01", "2025-03-20", "ten_day"],
  ["6月中", "2025-06-15", "2025-06-15", "ten_day"],
  ["第三季度末", "2025-07-01", "2025-09-30", "quarter"],
  ["4季度", "2025-10-01", "2025-12-31", "quarter"],
  ["下半年", "2025-07-01", "2025-12-31", "half"],
  ["年中", "2025-01-01", "2025-06-30", "half"],
  ["2026年年底", "2026-01-01", "2026-12-31", "year"],
  ["明年底", "2026-01-01", "2026-12-31", "year"],
  ["2027年", "2027-01-01", "2027-12-31", "year"],
])("%s", (words, from, until, precision) =>
  expect(readPoint(words, 2025)).toMatchObject({ from, until, precision }),
);

test("says whether only its end is meant, and which words name the year", () => {
  expect(readPoint("6月底", 2025)).toMatchObject({ isEnd: true, yearWords: null });
  expect(readPoint("2025年6月", 2024)).toMatchObject({ isEnd: false, yearWords: "2025年" });
});

test.each(["2月30日", "13月", "春节"])("%s is no point of the calendar", (words) =>
  expect(readPoint(words, 2025)).toBeNull(),
);
