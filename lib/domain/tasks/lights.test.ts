import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/domain/calendar/days";
import { type LitTask, lightOf } from "./lights";
import { taskStatuses } from "./tasks";

const today = "2024-07-01";
const annual: LitTask = {
  status: "active",
  startedOn: "2024-03-22",
  windowStart: "2024-01-01",
  dueOn: "2024-12-31",
  completedOn: null,
  percent: 50,
  reportOwed: false,
};

describe("lightOf an annual task at 1 July", () => {
  it.each<[string, Partial<LitTask>, string, string]>([
    ["on pace", {}, "green", "on_track"],
    ["not reported yet", { percent: null }, "green", "on_track"],
    ["10 points behind", { percent: 40 }, "yellow", "behind_pace"],
    ["31 points behind", { percent: 19 }, "red", "far_behind_pace"],
    ["without a due report", { reportOwed: true }, "yellow", "report_missing"],
    [
      "with its completion in review",
      { percent: 19, sentOn: today },
      "green",
      "completion_in_review",
    ],
    ["not assigned", { status: "unassigned" }, "grey", "not_assigned"],
    ["not received", { status: "assigned" }, "grey", "not_received"],
    ["completed", { status: "completed", completedOn: "2024-06-01" }, "blue", "completed"],
    ["suspended", { status: "suspended", percent: 0 }, "paused", "suspended"],
    ["cancelled", { status: "cancelled", percent: 0 }, "paused", "cancelled"],
    ["exempted", { status: "exempted", percent: 0 }, "paused", "exempted"],
  ])("%s", (_, change, light, reason) => {
    expect(lightOf({ ...annual, ...change }, today)).toEqual({ light, reason });
  });
});

describe("lightOf a task due on 4月20日, received on 22 March", () => {
  const task: LitTask = { ...annual, windowStart: null, dueOn: "2024-04-20", percent: 95 };

  it.each([
    ["2024-04-12", "green", "on_track"],
    ["2024-04-13", "yellow", "due_soon"],
    ["2024-04-20", "yellow", "due_soon"],
    ["2024-04-21", "red", "overdue"],
  ])("on %s is %s", (day, light, reason) => {
    expect(lightOf(task, day)).toEqual({ light, reason });
  });

  it("is not hurried when all is done but the completion, yet overdue if that comes late", () => {
    expect(lightOf({ ...task, percent: 100 }, "2024-04-20").light).toBe("green");
    expect(lightOf({ ...task, percent: 100 }, "2024-04-21").light).toBe("red");
  });

  it.each(["suspended", "cancelled", "exempted"] as const)("is not late when %s", (status) => {
    expect(lightOf({ ...task, status }, "2025-04-21").light).toBe("paused");
  });

  it.each(["unassigned", "assigned"] as const)("is overdue even when %s", (status) => {
    expect(lightOf({ ...task, status }, "2024-04-21").reason).toBe("overdue");
  });
});

describe("lightOf a task whose extension was asked for in time", () => {
  const task: LitTask = {
    ...{ ...annual, windowStart: null, dueOn: "2024-04-20", percent: 95 },
    askedOn: "2024-04-18",
  };

  it.each([
    ["2024-04-19", "yellow", "due_soon"],
    ["2024-04-21", "yellow", "extension_in_review"],
    ["2024-05-21", "yellow", "extension_in_review"],
  ])("on %s is %s", (day, light, reason) => {
    expect(lightOf(task, day)).toEqual({ light, reason });
  });
});

describe("lightOf ongoing work (长期坚持)", () => {
  const ongoing: LitTask = { ...annual, windowStart: null, dueOn: null, percent: null };

  it("is never overdue, and yellow only for a missing report", () => {
    expect(lightOf(ongoing, "2099-01-01").light).toBe("green");
    expect(lightOf({ ...ongoing, reportOwed: true }, "2099-01-01").reason).toBe("report_missing");
  });
});

it("takes other thresholds", () => {
  const strict = { dueSoonDays: 200, behindPoints: 5, farBehindPoints: 8 };
  expect(lightOf({ ...annual, percent: 45 }, today, strict).reason).toBe("behind_pace");
  expect(lightOf(annual, today, strict).reason).toBe("due_soon");
});

it("never gets better because a day passes", () => {
  const severity = { blue: 0, paused: 0, grey: 1, green: 1, yellow: 2, red: 3 };
  const anyTask = fc.record({
    status: fc.constantFrom(...taskStatuses),
    startedOn: fc.constantFrom("2024-03-22", null),
    windowStart: fc.constantFrom("2024-01-01", null),
    dueOn: fc.constantFrom("2024-04-20", "2024-12-31", null),
    completedOn: fc.constant(null),
    percent: fc.option(fc.nat(100)),
    reportOwed: fc.boolean(),
    askedOn: fc.constantFrom("2024-04-10", null),
  });
  fc.assert(
    fc.property(anyTask, fc.nat(500), (task, offset) => {
      const day = addDays("2024-01-01", offset);
      const before = severity[lightOf(task, day).light];
      expect(severity[lightOf(task, addDays(day, 1)).light]).toBeGreaterThanOrEqual(before);
    }),
  );
});
