import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "./days";
import {
  missedPeriods,
  openPeriods,
  type Period,
  periodContaining,
  periodOwed,
  previousPeriod,
  type ReportingDuty,
  reportDueOn,
  reportingCycles,
  reportToWrite,
} from "./periods";
import { calendar } from "./work-days.fixture";

const today = "2024-06-12";
/** Everything up to a day has been reported on. */
const through = (end: Day): Period[] => [{ start: "2020-01-01", end }];

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
    expect(reportDueOn(firstQuarter, calendar, { graceWorkdays: 0 })).toBe("2024-03-31");
  });

  it.each([
    [28, "2024-02-28"],
    [16, "2024-02-16"],
    [15, "2024-03-15"],
    [5, "2024-03-05"],
  ])("每月%d日前: February's by %s", (reportDay, dueOn) => {
    const february = { start: "2024-02-01", end: "2024-02-29" };
    expect(reportDueOn(february, calendar, { reportDay })).toBe(dueOn);
  });
});

describe("periodOwed 应报未报", () => {
  const task = {
    cycle: "monthly",
    reportDay: null,
    startedOn: "2024-04-10",
    stops: [],
    calendar,
    today,
  } as const;

  it("is the first month since receipt when nothing was ever reported", () => {
    const april = { start: "2024-04-01", end: "2024-04-30" };
    expect(periodOwed({ ...task, reported: [] })).toEqual(april);
  });

  it("is the month after the last one reported on", () => {
    const may = { start: "2024-05-01", end: "2024-05-31" };
    expect(periodOwed({ ...task, reported: through("2024-04-30") })).toEqual(may);
    expect(periodOwed({ ...task, reported: through("2024-05-31") })).toBeNull();
  });

  it("is not owed until the grace has passed, its last day included", () => {
    const reported = { ...task, reported: through("2024-04-30") };
    expect(periodOwed({ ...reported, today: "2024-06-07" })).toBeNull();
    expect(periodOwed({ ...reported, today: "2024-06-08" })).not.toBeNull();
  });

  it("is an earlier month that was passed over, whatever was reported after it", () => {
    const reported = [
      { start: "2024-04-01", end: "2024-04-30" },
      { start: "2024-06-01", end: "2024-06-30" },
    ];
    const may = { start: "2024-05-01", end: "2024-05-31" };
    expect(periodOwed({ ...task, reported })).toEqual(may);
    const covering = [{ start: "2024-04-01", end: "2024-06-30" }];
    expect(periodOwed({ ...task, reported: covering })).toBeNull();
  });

  it("asks for nothing that fell due while the clock stood still, and for what came after", () => {
    const stops = [{ from: "2024-05-06", until: "2024-06-01" }];
    const may = { start: "2024-05-01", end: "2024-05-31" };
    expect(periodOwed({ ...task, reported: [], stops })).toEqual(may);
    const longer = [{ from: "2024-05-01", until: "2024-06-01" }];
    expect(periodOwed({ ...task, reported: [], stops: longer })).toBeNull();
  });

  it("does not ask for what was before receipt, and nothing before receipt or without a cycle", () => {
    const may = { start: "2024-05-01", end: "2024-05-31" };
    const lateStart = { ...task, startedOn: "2024-05-20", reported: through("2024-02-29") };
    expect(periodOwed(lateStart)).toEqual(may);
    expect(periodOwed({ ...task, startedOn: null, reported: [] })).toBeNull();
    expect(periodOwed({ ...task, cycle: "none", reported: [] })).toBeNull();
  });
});

describe("reportToWrite", () => {
  const monthly: ReportingDuty = {
    cycle: "monthly",
    reportDay: null,
    startedOn: "2024-04-10",
    stops: [],
    reported: through("2024-04-30"),
    today,
    calendar,
  };
  const asked = (changes: Partial<ReportingDuty>) => {
    const found = reportToWrite({ ...monthly, ...changes });
    return found && { month: found.period.start.slice(0, 7), dueOn: found.dueOn, owed: found.owed };
  };

  it("is the earliest period not reported, owed once its due day has passed", () => {
    expect(asked({})).toEqual({ month: "2024-05", dueOn: "2024-06-07", owed: true });
    expect(asked({ today: "2024-06-07" })).toMatchObject({ owed: false });
    expect(asked({ reported: [] })).toMatchObject({ month: "2024-04", owed: true });
  });

  it("opens seven days before the period ends", () => {
    const reported = { reported: through("2024-05-31") };
    expect(asked({ ...reported, today: "2024-06-22" })).toBeNull();
    expect(asked({ ...reported, today: "2024-06-23" })).toMatchObject({ month: "2024-06" });
  });

  it("opens seven days before a report day within the period", () => {
    const reported = { reported: through("2024-05-31"), reportDay: 20 };
    expect(asked({ ...reported, today: "2024-06-12" })).toBeNull();
    expect(asked({ ...reported, today: "2024-06-13" })).toEqual({
      month: "2024-06",
      dueOn: "2024-06-20",
      owed: false,
    });
  });

  it("minds the report day of monthly reports only", () => {
    const quarterly = {
      cycle: "quarterly",
      startedOn: "2024-01-02",
      reported: [],
    } as const;
    expect(asked({ ...quarterly, reportDay: 5 })?.dueOn).toBe("2024-04-08");
  });

  it("asks for nothing that was due before receipt, before receipt, or without a cycle", () => {
    const late = { startedOn: "2024-05-29", reported: [] };
    expect(asked({ ...late, reportDay: 28, today: "2024-05-29" })).toBeNull();
    expect(asked({ ...late, reportDay: 28, today: "2024-06-29" })?.month).toBe("2024-06");
    expect(asked({ startedOn: null })).toBeNull();
    expect(asked({ cycle: "none" })).toBeNull();
  });
});

describe("missedPeriods 应报未报", () => {
  it("tells every period past its due day, oldest first, however long ago", () => {
    const weekly = {
      cycle: "weekly",
      reportDay: null,
      startedOn: "2024-05-15",
      stops: [],
      calendar,
      today,
    } as const;
    const missed = missedPeriods({ ...weekly, reported: [] });
    expect(missed.map(({ period }) => period.end)).toEqual([
      "2024-05-19",
      "2024-05-26",
      "2024-06-02",
    ]);
    const long = missedPeriods({ ...weekly, startedOn: "2022-01-01", reported: [] });
    expect(long[0]?.period.end).toBe("2022-01-02");
    expect(long.length).toBe(127);
    expect(missedPeriods({ ...weekly, reported: through("2024-06-02") })).toEqual([]);
  });

  it("every period asked for can be written", () => {
    const cycles = reportingCycles.filter((cycle) => cycle !== "none");
    const reportDay = fc.option(fc.integer({ min: 1, max: 28 }));
    fc.assert(
      fc.property(fc.constantFrom(...cycles), fc.nat(2000), fc.nat(900), reportDay, (...drawn) => {
        const [cycle, start, length, day] = drawn;
        const startedOn = addDays("2019-01-01", start);
        const now = addDays(startedOn, length);
        const duty = {
          cycle,
          startedOn,
          stops: [],
          reportDay: day,
          reported: [],
          today: now,
          calendar,
        };
        const offered = openPeriods(cycle, startedOn, now);
        const missed = missedPeriods(duty);
        const wanted = reportToWrite(duty);
        for (const { period } of [...missed, ...(wanted ? [wanted] : [])])
          expect(offered).toContainEqual(period);
        expect(missed.length > 0).toBe(wanted?.owed ?? false);
      }),
    );
  });
});

describe("openPeriods", () => {
  it("offers the current period and those before it since receipt", () => {
    expect(openPeriods("weekly", "2022-01-01", today)).toHaveLength(129);
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
