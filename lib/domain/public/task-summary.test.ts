import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/domain/calendar/days";
import { taskStatuses } from "@/lib/domain/tasks/tasks";
import { type SummaryFacts, summaryOf } from "./task-summary";

const going: SummaryFacts = {
  status: "active",
  baselineDueOn: "2024-06-30",
  dueOn: "2024-07-15",
  completedOn: null,
  moves: 1,
  percent: 60,
  isPercentCurrent: true,
  waiting: 0,
  expectedPercent: 72,
  baselinePercent: 80,
  daysLate: 0,
  deadlineKind: "date",
  basis: "source",
};
const told = (facts: Partial<SummaryFacts>) => summaryOf({ ...going, ...facts });

describe("the sentence that answers first", () => {
  it("says what was promised, what is and what moved", () => {
    expect(told({})).toEqual([
      [{ part: "promised", day: "2024-06-30" }],
      [
        { part: "percent", percent: 60 },
        { part: "behind_promise", points: 20 },
        { part: "behind_moved", points: 12 },
      ],
      [{ part: "moved_later", moves: 1, days: 15 }],
    ]);
  });

  it.each<[string, Partial<SummaryFacts>, string]>([
    [
      "a date of our own",
      { basis: "assigned" },
      "assigned percent behind_promise behind_moved moved_later",
    ],
    ["no date", { dueOn: null, deadlineKind: "ongoing", expectedPercent: null }, "ongoing percent"],
    [
      "a date to settle",
      { dueOn: null, deadlineKind: "unresolved", percent: null },
      "unresolved no_report",
    ],
    ["never moved", { dueOn: "2024-06-30", moves: 0 }, "promised percent behind never_moved"],
    ["moved to and fro", { dueOn: "2024-06-30", moves: 2 }, "promised percent behind moved"],
    [
      "brought forward",
      { dueOn: "2024-06-20" },
      "promised percent behind_promise behind_moved moved_earlier",
    ],
    [
      "ahead of the moved date only",
      { percent: 75 },
      "promised percent behind_promise ahead_of_moved moved_later",
    ],
    [
      "ahead of both",
      { percent: 90 },
      "promised percent ahead_of_promise ahead_of_moved moved_later",
    ],
    ["ahead", { percent: 80, dueOn: "2024-06-30", moves: 0 }, "promised percent ahead never_moved"],
    [
      "on the moved schedule",
      { percent: 72 },
      "promised percent behind_promise on_moved_schedule moved_later",
    ],
    [
      "on the first schedule",
      { percent: 80 },
      "promised percent on_first_schedule ahead_of_moved moved_later",
    ],
    [
      "on schedule",
      { percent: 72, dueOn: "2024-06-30", moves: 0 },
      "promised percent on_schedule never_moved",
    ],
    [
      "a report to be released",
      { isPercentCurrent: false, waiting: 1 },
      "promised percent waiting moved_later",
    ],
    [
      "the first one to be released",
      { percent: null, isPercentCurrent: false, waiting: 1 },
      "promised no_report waiting moved_later",
    ],
    [
      "a report that is not disclosed",
      { isPercentCurrent: false },
      "promised percent not_disclosed moved_later",
    ],
    ["overdue", { daysLate: 4, expectedPercent: 100 }, "promised percent overdue moved_later"],
    ["not received", { status: "assigned", percent: null }, "promised status moved_later"],
    [
      "not received and late",
      { status: "assigned", percent: null, daysLate: 1 },
      "promised status overdue moved_later",
    ],
    ["suspended", { status: "suspended" }, "promised status percent moved_later"],
    ["called off", { status: "cancelled", daysLate: 9 }, "promised status moved_later"],
    ["done", { status: "completed", completedOn: "2024-06-30" }, "promised done moved_later"],
    [
      "done by the moved date",
      { status: "completed", completedOn: "2024-07-01" },
      "promised done done_by_moved moved_later",
    ],
    [
      "done late",
      { status: "completed", completedOn: "2024-07-18", daysLate: 3 },
      "promised done done_late later_than_promised moved_later",
    ],
    [
      "done late, never moved",
      {
        status: "completed",
        completedOn: "2024-07-03",
        daysLate: 3,
        dueOn: "2024-06-30",
        moves: 0,
      },
      "promised done done_late never_moved",
    ],
  ])("of a task with %s", (_, facts, parts) => {
    expect(
      told(facts)
        .flat()
        .map(({ part }) => part)
        .join(" "),
    ).toBe(parts);
  });

  it("counts what is late from the date it is late by", () => {
    const done = { status: "completed", completedOn: "2024-07-18", daysLate: 3 } as const;
    expect(told(done)[1]).toEqual([
      { part: "done", day: "2024-07-18" },
      { part: "done_late", days: 3 },
      { part: "later_than_promised", days: 18 },
    ]);
    expect(told({ ...done, completedOn: "2024-07-15", daysLate: 0 })[1]?.[1]).toEqual({
      part: "done_by_moved",
      days: 15,
    });
  });

  it("always says what was promised and how it stands, and of moves exactly where there is a date", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...taskStatuses),
        fc.option(fc.nat(100)),
        fc.option(fc.integer({ min: -40, max: 40 })),
        fc.nat(3),
        (status, percent, slip, moves) => {
          const dueOn = slip === null ? null : addDays("2024-06-30", slip);
          const completedOn = status === "completed" ? "2024-06-30" : null;
          const groups = told({ status, percent, dueOn, moves, completedOn });
          expect(groups).toHaveLength(dueOn === null ? 2 : 3);
        },
      ),
    );
  });
});
