import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./days";
import {
  openPeriods,
  periodContaining,
  periodOwed,
  previousPeriod,
  reportDueOn,
  reportingCycles,
} from "./periods";
import { calendar } from "./work-days.fixture";

const today = "2024-06-12";

describe("periodContaining", () => {
  it.each([
    ["weekly", "2024-06-10", "2024-06-16"],
    ["monthly", "2024-06-01", "2024-06-30"],
    ["bimonthly", "2024-05-01", "2024-06-30"],
    ["quarterly", "2024-04-01", "2024-06-30"],
    ["half_yearly", "2024-01-01", "2024-06-30"],
  ] as const)("%s: %s to %s", (cycle, start, end) => {
    expect(periodContaining(cycle, today)).toEqual({ start, end });
  });

  it("is null without a cycle", () => {
    expect(periodContaining("none", today)).toBeNull();
  });

  it("lays the periods end to end", () => {
    const cycles = reportingCycles.filter((cycle) => cycle !== "none");
    fc.assert(
      fc.property(fc.constantFrom(...cycles), fc.nat(4000), (cycle, offset) => {
        const day = addDays("2018-01-01", offset);
        const period = periodContaining(cycle, day);
        if (period === null) throw new Error("no period");
        expect(period.start <= day && day <= period.end).toBe(true);
        expect(previousPeriod(cycle, period)?.end).toBe(addDays(period.start, -1));
        expect(periodContaining(cycle, period.end)).toEqual(period);
      }),
    );
  });
});

describe("reportDueOn", () => {
  it("is the quarter's end and 5 working days, 调休 counted", () => {
    const firstQuarter = { start: "2024-01-01", end: "2024-03-31" };
    expect(reportDueOn(firstQuarter, calendar)).toBe("2024-04-08");
    expect(reportDueOn(firstQuarter, calendar, 0)).toBe("2024-03-31");
  });
});

describe("periodOwed 应报未报", () => {
  const task = { cycle: "monthly", startedOn: "2024-04-10", calendar, today } as const;

  it("is the first month since receipt when nothing was ever reported", () => {
    const april = { start: "2024-04-01", end: "2024-04-30" };
    expect(periodOwed({ ...task, reportedThrough: null })).toEqual(april);
  });

  it("is the month after the last one reported on", () => {
    const may = { start: "2024-05-01", end: "2024-05-31" };
    expect(periodOwed({ ...task, reportedThrough: "2024-04-30" })).toEqual(may);
    expect(periodOwed({ ...task, reportedThrough: "2024-05-31" })).toBeNull();
  });

  it("is not owed until the grace has passed, its last day included", () => {
    const reported = { ...task, reportedThrough: "2024-04-30" };
    expect(periodOwed({ ...reported, today: "2024-06-07" })).toBeNull();
    expect(periodOwed({ ...reported, today: "2024-06-08" })).not.toBeNull();
  });

  it("does not ask for what was before receipt, and nothing before receipt or without a cycle", () => {
    const may = { start: "2024-05-01", end: "2024-05-31" };
    const lateStart = { ...task, startedOn: "2024-05-20", reportedThrough: "2024-02-29" };
    expect(periodOwed(lateStart)).toEqual(may);
    expect(periodOwed({ ...task, startedOn: null, reportedThrough: null })).toBeNull();
    expect(periodOwed({ ...task, cycle: "none", reportedThrough: null })).toBeNull();
  });
});

describe("openPeriods", () => {
  it("offers the current period and those before it since receipt, six at most", () => {
    expect(openPeriods("weekly", "2024-01-01", today)).toHaveLength(6);
    expect(openPeriods("monthly", "2024-04-10", today)).toEqual([
      { start: "2024-06-01", end: "2024-06-30" },
      { start: "2024-05-01", end: "2024-05-31" },
      { start: "2024-04-01", end: "2024-04-30" },
    ]);
  });

  it("offers no period that ended before receipt", () => {
    expect(openPeriods("monthly", "2024-06-01", today)).toHaveLength(1);
  });

  it("offers receipt until today without a cycle", () => {
    const whole = { start: "2024-04-10", end: today };
    expect(openPeriods("none", "2024-04-10", today)).toEqual([whole]);
  });
});
