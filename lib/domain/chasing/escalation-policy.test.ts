import { describe, expect, it, test } from "vitest";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { chasedTask, waitingDecision } from "./chasing.fixture";
import { levelsToRaise, type Raised } from "./escalation-policy";
import { type Obligation, obligationsOf } from "./obligations";
import { defaultReminderPolicy } from "./reminder-policy";

function obligationOf(type: Obligation["type"], task = chasedTask()): Obligation {
  const found = obligationsOf(task, calendar).find((each) => each.type === type);
  if (!found) throw new Error(`No ${type}`);
  return found;
}
const due = obligationOf("due");
const raise = (today: Day, raised: Raised[] = [], obligation = due) =>
  levelsToRaise(obligation, raised, today, calendar).map(({ level }) => level);
const raisedTo = (level: Raised["level"], isAcknowledged = false) => ({ level, isAcknowledged });

describe("the escalation of a late obligation", () => {
  it("climbs by working days: the first, third, seventh and fifteenth", () => {
    const raised: Raised[] = [];
    const climbed: string[] = [];
    for (let today = "2024-06-20"; today <= "2024-08-01"; today = addDays(today, 1))
      for (const { level, workdaysLate } of levelsToRaise(due, raised, today, calendar)) {
        climbed.push(`${today} ${level} ${workdaysLate}`);
        raised.push(raisedTo(level));
      }
    expect(climbed).toEqual([
      "2024-07-01 handler 1",
      "2024-07-03 head 3",
      "2024-07-09 supervisor 7",
      "2024-07-19 office 15",
    ]);
  });

  it("is not climbed on the due day, nor over the weekend after it", () => {
    expect(raise("2024-06-28")).toEqual([]);
    expect(raise("2024-06-30")).toEqual([]);
  });

  it("catches up after a pause", () => {
    expect(raise("2024-07-10")).toEqual(["handler", "head", "supervisor"]);
  });

  it("is stopped by an acknowledgement of any level", () => {
    expect(raise("2024-07-19", [raisedTo("handler"), raisedTo("head", true)])).toEqual([]);
  });

  it("passes by a level that the plan has turned off", () => {
    const escalation = defaultReminderPolicy.escalation.map((step) => ({
      ...step,
      isOn: step.level !== "head",
    }));
    const task = chasedTask({ policy: { ...defaultReminderPolicy, escalation } });
    expect(raise("2024-07-10", [], obligationOf("due", task))).toEqual(["handler", "supervisor"]);
  });

  it("passes the heads by where a supervisor or the director decides", () => {
    const at = (step: number) =>
      obligationOf("decision", chasedTask({ inReview: [waitingDecision({ step })] }));
    expect(raise("2024-07-19", [], at(1))).toEqual(["handler", "head", "supervisor", "office"]);
    expect(raise("2024-07-19", [], at(2))).toEqual(["handler", "supervisor", "office"]);
  });
});

test("another lead's acknowledgement of the same due day is another obligation's", () => {
  const idOf = (leadDepartmentId: string, day: Day) => {
    const assignedAt = new Date(`${day}T09:00:00+08:00`);
    return obligationOf("due", chasedTask({ leadDepartmentId, assignedAt })).id;
  };
  const ids = [
    idOf("ecology", "2024-07-01"),
    idOf("housing", "2024-07-01"),
    idOf("ecology", "2024-07-03"),
  ];
  expect(new Set(ids).size).toBe(3);
});
