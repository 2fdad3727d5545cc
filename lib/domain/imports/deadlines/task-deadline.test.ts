import { describe, expect, test } from "vitest";
import { cycleOf, taskDeadline } from "./task-deadline";
import { deadlinesIn } from "./times.fixture";

const cell = (words: string) => taskDeadline(deadlinesIn(words, { isCell: true }));

test("the last day is due, the others are on the way", () => {
  const { deadlineKind, dueOn, checkpoints, due } = cell("10月底前完成，3月底前印发清单");
  expect([deadlineKind, dueOn]).toEqual(["date", "2025-10-31"]);
  expect(checkpoints.map(({ end }) => end)).toEqual(["2025-03-31"]);
  expect(due?.end).toBe("2025-10-31");
});

test.each([
  ["6月上旬", "ten_day", "2025-06-01", "2025-06-10"],
  ["2025年底前", "year", null, "2025-12-31"],
  ["2025年", "year", "2025-01-01", "2025-12-31"],
  ["2025年6月30日前", "date", null, "2025-06-30"],
  ["2025年3月至6月", "date", "2025-03-01", "2025-06-30"],
  ["长期坚持", "ongoing", null, null],
  ["每季度", "ongoing", null, null],
  ["采暖季前", "unresolved", null, null],
  ["立行立改", "unresolved", null, null],
  ["收到本方案之日起60日内", "unresolved", null, null],
])("%s", (words, deadlineKind, windowStart, dueOn) =>
  expect(cell(words)).toMatchObject({ deadlineKind, windowStart, dueOn }),
);

test("nothing said is nothing known", () => {
  expect(taskDeadline([])).toMatchObject({
    deadlineKind: "unresolved",
    dueOn: null,
    cycle: "none",
  });
});

test("a day without a year is to be asked for", () => {
  const known = deadlinesIn("12月底前", { datedOn: null, isCell: true });
  expect(taskDeadline(known)).toMatchObject({ deadlineKind: "unresolved", questions: ["anchor"] });
});

describe("what only a person can say", () => {
  test.each([
    ["采暖季前", ["event"]],
    ["3个月内", ["anchor"]],
    ["立行立改，长期坚持", ["vague"]],
    ["每年6月底前", ["cycle"]],
    ["印发之日起30日内", []],
    ["2025年6月底前，每月报送", []],
  ])("%s", (words, questions) => expect(cell(words).questions).toEqual(questions));
});

test("the shortest cycle counts, beside a due day too", () => {
  expect(cell("2025年6月底前完成，每季度、每月报送")).toMatchObject({
    ...{ dueOn: "2025-06-30", cycle: "monthly", deadlineKind: "date" },
  });
});

test.each([
  ["FREQ=WEEKLY;BYDAY=FR", "weekly"],
  ["FREQ=DAILY", "weekly"],
  ["FREQ=MONTHLY;BYMONTHDAY=25", "monthly"],
  ["FREQ=MONTHLY;INTERVAL=2", "bimonthly"],
  ["FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "quarterly"],
  ["FREQ=MONTHLY;INTERVAL=3", "quarterly"],
  ["FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", "half_yearly"],
  ["FREQ=YEARLY", "none"],
  ["", "none"],
])("%s reports %s", (rrule, cycle) => expect(cycleOf(rrule)).toBe(cycle));
