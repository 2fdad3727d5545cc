import { describe, expect, it, test } from "vitest";
import { admin, chasedTask, head, official, otherHead, supervisor } from "./chasing.fixture";
import { addDays, type Day } from "./days";
import { acknowledgeRefusal, isAddressed, type Raised, rungsToRaise } from "./ladder";
import { mattersOf } from "./matters";
import { person } from "./people.fixture";
import { roles } from "./roles";
import { taskStatuses } from "./tasks";
import { calendar } from "./work-days.fixture";

const [due] = mattersOf(chasedTask(), calendar);
if (!due) throw new Error("The task is not due");
const raise = (today: Day, raised: Raised[] = []) =>
  rungsToRaise(due, raised, today, calendar).map(({ rung }) => rung);
const standing = (rung: Raised["rung"], isAcknowledged = false) => ({ rung, isAcknowledged });

describe("the ladder of a late matter", () => {
  it("climbs by working days: the first, third, seventh and fifteenth", () => {
    const raised: Raised[] = [];
    const climbed: string[] = [];
    for (let today = "2024-06-20"; today <= "2024-08-01"; today = addDays(today, 1))
      for (const { rung, workdaysLate } of rungsToRaise(due, raised, today, calendar)) {
        climbed.push(`${today} ${rung} ${workdaysLate}`);
        raised.push(standing(rung));
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

  it("is stopped by an acknowledgement of any rung", () => {
    expect(raise("2024-07-19", [standing("handler"), standing("head", true)])).toEqual([]);
  });
});

test("each rung speaks to one role, and a decision's first to those who decide", () => {
  const addressed = (type: "due" | "decision") =>
    roles.filter((role) => isAddressed(role, type, "handler"));
  expect(addressed("due")).toEqual(["official"]);
  expect(addressed("decision")).toEqual(["head", "supervisor", "admin"]);
  expect(roles.filter((role) => isAddressed(role, "due", "office"))).toEqual(["admin"]);
});

describe("acknowledging", () => {
  const task = { leadDepartmentId: "ecology", status: "active" as const };
  const rung = (name: Raised["rung"], matter = "due:2024-06-28") => ({
    matter,
    rung: name,
    acknowledgedAt: null,
  });
  const codeOf = (...args: Parameters<typeof acknowledgeRefusal>) =>
    acknowledgeRefusal(...args)?.code ?? null;
  const auditor = person("auditor", "office");

  it("is for those the rung speaks to and those above them", () => {
    const may = (name: Raised["rung"]) =>
      [official, head, supervisor, admin, auditor]
        .filter((each) => codeOf(each, rung(name), task) === null)
        .map(({ role }) => role);
    expect(may("handler")).toEqual(["official", "head", "supervisor", "admin"]);
    expect(may("head")).toEqual(["head", "supervisor", "admin"]);
    expect(may("supervisor")).toEqual(["supervisor", "admin"]);
    expect(may("office")).toEqual(["admin"]);
  });

  it("is not for an official where somebody else's decision is late, nor for another unit", () => {
    const decision = rung("handler", "decision:1:1:2024-06-19");
    expect(codeOf(official, decision, task)).toBe("not_allowed");
    expect(codeOf(head, decision, task)).toBeNull();
    expect(codeOf(otherHead, rung("head"), task)).toBe("other_unit");
  });

  it("is done once, while the task is chased", () => {
    const done = { ...rung("head"), acknowledgedAt: new Date(0) };
    expect(codeOf(head, done, task)).toBe("escalation_acknowledged");
    const open = taskStatuses.filter(
      (status) => codeOf(head, rung("head"), { ...task, status }) === null,
    );
    expect(open).toEqual(["assigned", "active"]);
  });
});
