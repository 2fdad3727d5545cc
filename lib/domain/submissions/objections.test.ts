import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { objectionEndsOn, objectionRefusal } from "./objections";

// A Thursday; Monday is the 端午 holiday.
const facts = {
  assignedAt: new Date("2024-06-06T23:00:00+08:00"),
  objectionWorkdays: 3,
  firstSentOn: null,
};

test("3 working days, the day of 交办 not counted", () => {
  expect(objectionEndsOn(facts, calendar)).toBe("2024-06-12");
  expect(objectionRefusal(facts, "2024-06-12", calendar)).toBeNull();
  expect(objectionRefusal(facts, "2024-06-13", calendar)).toEqual({
    code: "objection_late",
    params: { day: "2024-06-12" },
  });
});

test("one that was sent in time stays in time when it comes back", () => {
  const sent = { ...facts, firstSentOn: "2024-06-11" };
  expect(objectionRefusal(sent, "2024-06-20", calendar)).toBeNull();
});
