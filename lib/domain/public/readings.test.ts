import fc from "fast-check";
import { expect, test } from "vitest";
import { declaredOf, flagsOf, type Readings, scheduledOf } from "./readings";

const onTrack: Readings = {
  percent: 50,
  isPercentCurrent: true,
  isApproved: true,
  isDisclosed: true,
  waiting: 0,
  isCompleted: false,
  isOpen: true,
  evidenceCount: 2,
  isVerified: false,
  isDated: true,
  expectedPercent: 50,
  behindPoints: 10,
  daysLate: 0,
  daysPastPromise: 0,
  light: "green",
  silentDays: null,
};
const told = (changes: Partial<Readings>) =>
  flagsOf({ ...onTrack, ...changes }).map(({ flag, count }) => `${flag} ${count}`);

test("a task that nobody has received has a due day all the same", () => {
  expect(scheduledOf(onTrack)).toBe("percent");
  expect(scheduledOf({ ...onTrack, expectedPercent: null })).toBe("notBegun");
  expect(scheduledOf({ ...onTrack, expectedPercent: null, isDated: false })).toBe("noSchedule");
});

test("where the three agree nothing is flagged", () => {
  expect(told({})).toEqual([]);
  expect(
    told({ isCompleted: true, isOpen: false, percent: 100, isVerified: true, light: "blue" }),
  ).toEqual([]);
});

test.each([
  [{ percent: 100, evidenceCount: 0 }, ["done_without_evidence 0", "full_not_closed 0"]],
  [{ isCompleted: true, isOpen: false, percent: 100 }, ["done_not_verified 0"]],
  [{ daysLate: 12, light: "red" }, ["overdue_open 12"]],
  [{ isCompleted: true, isOpen: false, isVerified: true, daysPastPromise: 9 }, ["done_by_moved 9"]],
  [{ isCompleted: true, isOpen: false, isVerified: true, daysPastPromise: 9, daysLate: 2 }, []],
  [{ isCompleted: true, isOpen: false, isVerified: true, evidenceCount: 0, daysLate: 12 }, []],
  [{ isOpen: false, percent: 100, evidenceCount: 0, daysLate: 12, expectedPercent: 100 }, []],
  [{ expectedPercent: 60 }, ["behind_schedule 10"]],
  [{ expectedPercent: 90, isPercentCurrent: false }, []],
  [{ expectedPercent: 59 }, []],
  [{ expectedPercent: 59, behindPoints: 5 }, ["behind_schedule 9"]],
  [{ percent: null, expectedPercent: 90 }, []],
  [{ silentDays: 47 }, ["silent 47"]],
  [{ silentDays: 47, light: "yellow" }, []],
] as [Partial<Readings>, string[]][])("%j → %j", (changes, flags) => {
  expect(told(changes)).toEqual(flags);
});

test.each([
  [{ percent: null, isApproved: false, isDisclosed: false }, "nothing"],
  [{ percent: null, isDisclosed: false, isPercentCurrent: false }, "withheld"],
  [{ percent: null, isDisclosed: false }, "withheld"],
  [{ percent: null, isApproved: false, isDisclosed: false, isPercentCurrent: false }, "withheld"],
  [{ percent: null, isDisclosed: false, waiting: 1 }, "waiting"],
  [{ percent: null }, "no_percent"],
  [{}, "percent"],
  [{ percent: null, isCompleted: true }, "completed"],
] as [Partial<Readings>, string][])(
  "what was reported and cannot be read is not called unreported: %j → %s",
  (changes, said) => {
    expect(declaredOf({ ...onTrack, ...changes })).toBe(said);
  },
);

test("a completed task is never called overdue, behind or silent", () => {
  const any = fc.record({
    percent: fc.option(fc.nat(100)),
    isCompleted: fc.constant(true),
    isOpen: fc.constant(false),
    evidenceCount: fc.nat(3),
    isVerified: fc.boolean(),
    expectedPercent: fc.option(fc.nat(100)),
    behindPoints: fc.integer({ min: 1, max: 100 }),
    daysLate: fc.nat(99),
    daysPastPromise: fc.nat(99),
    isPercentCurrent: fc.boolean(),
    isApproved: fc.boolean(),
    isDisclosed: fc.boolean(),
    isDated: fc.boolean(),
    waiting: fc.nat(3),
    light: fc.constantFrom("blue" as const, "green" as const),
    silentDays: fc.option(fc.nat(99)),
  });
  fc.assert(
    fc.property(any, (readings) => {
      const flags = flagsOf(readings).map(({ flag }) => flag);
      expect(flags.includes("done_without_evidence")).toBe(
        readings.evidenceCount === 0 && !readings.isVerified,
      );
      expect(flags.includes("done_not_verified")).toBe(!readings.isVerified);
      expect(flags.filter((flag) => !flag.startsWith("done_"))).toEqual([]);
    }),
  );
});
