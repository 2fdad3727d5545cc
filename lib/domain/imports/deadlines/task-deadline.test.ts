import { expect, test } from "vitest";
import type { CandidateDeadline } from "@/lib/domain/imports/candidates";
import { cycleOf, taskDeadline } from "./task-deadline";
import { deadlinesIn } from "./times.fixture";

const said = (words: string) =>
  taskDeadline({ kind: "measure", deadlines: deadlinesIn(words, { isCell: true }) });
const words = { start: 0, end: 2 };
const time = (over: Partial<CandidateDeadline>): CandidateDeadline => ({
  ...{ words, kind: "date", start: null, end: null, precision: "day", anchor: null },
  ...{ isSoft: false, rrule: null, amount: null, unit: null, rule: "x" },
  ...over,
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
  ["立行立改，长期坚持", "ongoing", null, null],
  ["收到本方案之日起60日内", "unresolved", null, null],
])("%s", (time, kind, windowStart, dueOn) => {
  expect(said(time)).toMatchObject({ kind, windowStart, dueOn });
});

test("of several days the last is due, in whatever order they are said, and its words are the deadline's", () => {
  const text = "10月底前完成，3月底前印发清单";
  const { kind, dueOn, words } = said(text);
  expect([kind, dueOn]).toEqual(["date", "2025-10-31"]);
  expect(words && text.slice(words.start, words.end)).toBe("10月底前");
});

test("nothing said is nothing known; what has no day keeps its words", () => {
  const nothing = { kind: "unresolved", dueOn: null, cycle: "none", words: null };
  expect(taskDeadline({ kind: "measure", deadlines: [] })).toMatchObject(nothing);
  expect(said("收到本方案之日起60日内").words).not.toBeNull();
});

test("a day without a year is still to be found", () => {
  const deadlines = deadlinesIn("12月底前", { datedOn: null, isCell: true });
  expect(taskDeadline({ kind: "measure", deadlines })).toMatchObject({ kind: "unresolved" });
});

test("a target year dates a goal, and no measure", () => {
  const target = time({ kind: "target", end: "2025-12-31", precision: "year" });
  const due = { kind: "year", dueOn: "2025-12-31" };
  expect(taskDeadline({ kind: "goal", deadlines: [target] })).toMatchObject(due);
  const none = { kind: "unresolved", dueOn: null, words: null };
  expect(taskDeadline({ kind: "measure", deadlines: [target] })).toMatchObject(none);
  const deadlines = [target, time({ kind: "ongoing" })];
  expect(taskDeadline({ kind: "measure", deadlines })).toMatchObject({ kind: "ongoing" });
});

test("the shortest cycle counts, beside a due day too", () => {
  expect(said("2025年6月底前完成，每季度、每月报送")).toMatchObject({
    ...{ dueOn: "2025-06-30", cycle: "monthly", kind: "date" },
  });
});

test.each([
  ["FREQ=WEEKLY;BYDAY=FR", "weekly"],
  ["FREQ=WEEKLY;INTERVAL=2", "none"],
  ["FREQ=DAILY", "weekly"],
  ["FREQ=MONTHLY;BYMONTHDAY=25", "monthly"],
  ["FREQ=MONTHLY;INTERVAL=2", "bimonthly"],
  ["FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "quarterly"],
  ["FREQ=MONTHLY;INTERVAL=3", "quarterly"],
  ["FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", "half_yearly"],
  ["FREQ=YEARLY", "none"],
  ["", "none"],
  [null, "none"],
])("%s reports %s", (rrule, cycle) => expect(cycleOf(rrule)).toBe(cycle));
