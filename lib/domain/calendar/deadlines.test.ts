import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./days";
import {
  type DeadlineFacts,
  daysLate,
  isDueSoon,
  isOverdue,
  restDayNotice,
  sharedDeadline,
  workdaysLeft,
} from "./deadlines";
import { calendar } from "./work-days.fixture";

const april20 = { dueOn: "2024-04-20", completedOn: null };
const noDate = { dueOn: null, completedOn: null };

describe("4月20日前", () => {
  it("is in time through the end of that day, and one day late the day after", () => {
    expect(isOverdue(april20, "2024-04-20")).toBe(false);
    expect(daysLate(april20, "2024-04-20")).toBe(0);
    expect(isOverdue(april20, "2024-04-21")).toBe(true);
    expect(daysLate(april20, "2024-04-21")).toBe(1);
  });

  it("is due soon from a week before through the day itself", () => {
    expect(isDueSoon(april20, "2024-04-12", 7)).toBe(false);
    expect(isDueSoon(april20, "2024-04-13", 7)).toBe(true);
    expect(isDueSoon(april20, "2024-04-20", 7)).toBe(true);
    expect(isDueSoon(april20, "2024-04-21", 7)).toBe(false);
  });

  it("leaves working days that skip the weekend it falls on", () => {
    expect(workdaysLeft(april20, "2024-04-17", calendar)).toBe(2);
    expect(workdaysLeft(april20, "2024-04-20", calendar)).toBe(0);
    expect(workdaysLeft(april20, "2024-04-22", calendar)).toBe(-1);
  });

  it("is a Saturday: the date stays, the notice names Friday", () => {
    expect(restDayNotice("2024-04-20", calendar)).toEqual({
      name: null,
      lastWorkday: "2024-04-19",
    });
  });
});

describe("6月上旬, due on 2024-06-10", () => {
  it("falls on a holiday whose last working day is 7 June", () => {
    const dragonBoat = new Map([["2024-06-10", { working: false, name: "端午节" }]]);
    expect(restDayNotice("2024-06-10", { ...calendar, exceptions: dragonBoat })).toEqual({
      name: "端午节",
      lastWorkday: "2024-06-07",
    });
    expect(restDayNotice("2024-06-07", calendar)).toBeNull();
  });
});

describe("a completed task", () => {
  it("is no longer overdue or due soon, but remembers being late (逾期办结)", () => {
    const late = { dueOn: "2024-04-20", completedOn: "2024-04-25" };
    expect(isOverdue(late, "2024-06-12")).toBe(false);
    expect(isDueSoon({ ...late, completedOn: "2024-04-15" }, "2024-04-18", 7)).toBe(false);
    expect(daysLate(late, "2024-06-12")).toBe(5);
    expect(daysLate({ ...late, completedOn: "2024-04-20" }, "2024-06-12")).toBe(0);
    expect(workdaysLeft(late, "2024-06-12", calendar)).toBeNull();
  });
});

describe("a task whose completion is in review", () => {
  const sent = (sentOn: string) => ({ dueOn: "2024-04-20", completedOn: null, sentOn });

  it("is late by the day it was sent, whatever the review takes, and due no more", () => {
    for (const today of ["2024-04-20", "2024-04-21", "2024-06-12"]) {
      expect(isOverdue(sent("2024-04-20"), today)).toBe(false);
      expect(daysLate(sent("2024-04-20"), today)).toBe(0);
    }
    expect(isOverdue(sent("2024-04-21"), "2024-06-12")).toBe(true);
    expect(daysLate(sent("2024-04-21"), "2024-06-12")).toBe(1);
    expect(isDueSoon(sent("2024-04-18"), "2024-04-19", 7)).toBe(false);
    expect(workdaysLeft(sent("2024-04-18"), "2024-04-19", calendar)).toBeNull();
  });
});

describe("a task without a date", () => {
  it("is never late", () => {
    expect(isOverdue(noDate, "2099-01-01")).toBe(false);
    expect(isDueSoon(noDate, "2099-01-01", 7)).toBe(false);
    expect(daysLate(noDate, "2099-01-01")).toBe(0);
    expect(workdaysLeft(noDate, "2099-01-01", calendar)).toBeNull();
  });
});

it("is overdue exactly when it is late by a day or more, and then never due soon", () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(60), (offset, within) => {
      const today = addDays("2024-04-20", offset);
      expect(isOverdue(april20, today)).toBe(daysLate(april20, today) >= 1);
      expect(isOverdue(april20, today) && isDueSoon(april20, today, within)).toBe(false);
    }),
  );
});

it("is said once where all have the same, whatever the document calls it", () => {
  const deadline = (dueOn: string | null, verbatim = "年底前"): DeadlineFacts => ({
    ...{ verbatim, kind: "date", basis: "source", windowStart: null, dueOn },
    ...{ baselineDueOn: dueOn, restDay: null },
  });
  const [one, same] = [deadline("2024-12-31"), deadline("2024-12-31", "12月底前")];
  expect(sharedDeadline([one, same])).toBe(one);
  expect(sharedDeadline([one, same, deadline("2024-06-30")])).toBeNull();
  expect(sharedDeadline([one, { ...one, basis: "assigned" }])).toBeNull();
  expect([sharedDeadline([one]), sharedDeadline([])]).toEqual([null, null]);
});
