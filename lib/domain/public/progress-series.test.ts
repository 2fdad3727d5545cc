import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/domain/calendar/days";
import { runsOf, type SeriesDay, seriesOf } from "./progress-series";

const start = "2024-03-01";
const on = (offset: number, changes: Partial<SeriesDay> = {}): SeriesDay => ({
  day: addDays(start, offset),
  percent: null,
  isReported: true,
  isTakenBack: false,
  ...changes,
});
const told = (...days: SeriesDay[]) =>
  seriesOf(days).map(({ percent, isKept }) => `${percent}${isKept ? " kept" : ""}`);

test("a report without a percentage keeps the last declared, and is there before the first", () => {
  expect(told(on(0), on(1, { percent: 40 }), on(2), on(3), on(4, { percent: 55 }))).toEqual([
    "null",
    "40",
    "40 kept",
    "40 kept",
    "55",
  ]);
});

test("what was taken back is not kept", () => {
  const takenBack = { isReported: false, isTakenBack: true };
  expect(told(on(0, { percent: 40 }), on(1, takenBack), on(2))).toEqual(["40", "null", "null"]);
  expect(told(on(0, { percent: 40 }), on(1, { ...takenBack, percent: 20 }), on(2))).toEqual([
    "40",
    "20",
    "20 kept",
  ]);
});

test("a day on which nothing was said tells only what its page says", () => {
  expect(told(on(0, { percent: 40 }), on(1, { isReported: false }))).toEqual(["40"]);
  expect(told(on(0, { percent: 40 }), on(1, { isReported: false, percent: 40 }))).toEqual([
    "40",
    "40",
  ]);
});

test("the line breaks where nothing is known", () => {
  const points = seriesOf([
    on(0),
    on(1, { percent: 40 }),
    on(2, { isTakenBack: true }),
    on(3, { percent: 20 }),
  ]);
  expect(runsOf(points).map((run) => run.map(({ percent }) => percent))).toEqual([[40], [20]]);
  expect(runsOf([])).toEqual([]);
});

test("no day of a report or of a withdrawal is left out", () => {
  const day = fc.record({
    percent: fc.option(fc.nat(100)),
    isReported: fc.boolean(),
    isTakenBack: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(day), (days) => {
      const all = days.map((each, index) => on(index, each));
      const shown = new Set(seriesOf(all).map((point) => point.day));
      for (const each of all)
        if (each.isReported || each.isTakenBack || each.percent !== null)
          expect(shown.has(each.day)).toBe(true);
    }),
  );
});
