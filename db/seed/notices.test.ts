import { expect, it } from "vitest";
import { exceptionsOf, readNotice, rowsOf } from "@/lib/domain/calendar/notices";
import notices from "@/lib/domain/calendar/notices.vectors.json";
import { listExceptions } from "./calendar";

/** Two were changed later, and the calendar holds the change: 2019 (劳动节) and 2020 (春节). */
const unchanged = notices.filter(({ year }) => year !== 2019 && year !== 2020);

const storedOf = (year: number) =>
  listExceptions()
    .filter(({ noticeYear }) => noticeYear === year)
    .map(({ noticeYear: _, ...exception }) => exception);

it.each(unchanged)("the notice of $year gives the days that the calendar has", ({ year, text }) => {
  const { rows, problems } = readNotice(text, year);
  expect(problems).toEqual([]);
  const days = exceptionsOf(rows).map(({ day, working }) => `${day} ${working}`);
  expect(days).toEqual(storedOf(year).map(({ day, working }) => `${day} ${working}`));
});

it("stored days come back as rows, a weekend in a holiday being part of it", () => {
  const stored = storedOf(2026);
  const rows = rowsOf(stored);
  expect(rows.slice(0, 4)).toEqual([
    { kind: "rest", name: "元旦", from: "2026-01-01", to: "2026-01-02" },
    { kind: "work", name: "元旦", from: "2026-01-04", to: "2026-01-04" },
    { kind: "work", name: "春节", from: "2026-02-14", to: "2026-02-14" },
    { kind: "rest", name: "春节", from: "2026-02-16", to: "2026-02-23" },
  ]);
  expect(exceptionsOf(rows)).toEqual(stored);
});
