import { describe, expect, it, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { taskStatuses } from "@/lib/domain/tasks/tasks";
import {
  chasedTask,
  morningOf,
  reportDue,
  waitingDecision,
  waitingRelease,
} from "./chasing.fixture";
import { obligationsOf, parseObligation } from "./obligations";

const idsOf = (task: ReturnType<typeof chasedTask>) =>
  obligationsOf(task, calendar).map(({ id }) => id);
const everything = { reports: [reportDue("2024-07-05")], inReview: [waitingDecision()] };

test("nothing is chased unless it is assigned, running and not closed", () => {
  const chased = taskStatuses.filter(
    (status) => idsOf(chasedTask({ ...everything, status })).length > 0,
  );
  expect(chased).toEqual(["assigned", "active"]);
});

test("who decides on a request to go on, or to end, is chased while the clock stands still", () => {
  const inReview = [waitingDecision({ kind: "adjustment" })];
  const task = chasedTask({ status: "suspended", reports: [reportDue("2024-06-07")], inReview });
  expect(idsOf(task)).toEqual(["decision:submission:1:2024-06-19"]);
});

test("the twenty working days of a release check run on whatever becomes of its task", () => {
  for (const status of taskStatuses)
    expect(idsOf(chasedTask({ status, toRelease: [waitingRelease()] }))).toContain(
      "release:approved:2024-07-10",
    );
});

test("a letter is to be answered whatever becomes of its task", () => {
  const toAnswer = [{ id: "one", sentAt: new Date("2024-06-12T02:00:00Z"), dueOn: "2024-07-03" }];
  for (const status of taskStatuses)
    expect(idsOf(chasedTask({ status, toAnswer }))).toContain("letter:one:2024-07-03");
});

test("a task not assigned yet has no day to be chased for", () => {
  expect(idsOf(chasedTask({ status: "unassigned", assignedAt: null }))).toEqual([]);
});

describe("a task under way", () => {
  it("is due on its day, and its report on its own", () => {
    expect(idsOf(chasedTask({ reports: [reportDue("2024-07-05")] }))).toEqual([
      "due:ecology:2024-04-01:2024-06-28",
      "report:2024-07-05",
    ]);
  });

  it("is not due while its completion is in review: who decides is chased", () => {
    const inReview = [waitingDecision({ kind: "completion" })];
    expect(idsOf(chasedTask({ inReview }))).toEqual(["decision:submission:1:2024-06-19"]);
  });

  it("has nothing due without a date", () => {
    expect(idsOf(chasedTask({ dueOn: null }))).toEqual([]);
  });

  it("makes a new obligation of a moved date, which begins with the move", () => {
    const [due] = obligationsOf(
      chasedTask({ dueOn: "2024-09-30", movedAt: morningOf("2024-06-20") }),
      calendar,
    );
    expect(due).toMatchObject({ id: "due:ecology:2024-06-20:2024-09-30", since: "2024-06-20" });
  });

  it("has reported once its report is in review: then the approver is chased, by the step's own limit", () => {
    const task = chasedTask({ reports: [reportDue("2024-06-07")], inReview: [waitingDecision()] });
    expect(idsOf(task)).toEqual([
      "due:ecology:2024-04-01:2024-06-28",
      "decision:submission:1:2024-06-19",
    ]);
  });

  it("still owes its report while something else is in review", () => {
    const inReview = [waitingDecision({ kind: "extension" })];
    expect(idsOf(chasedTask({ reports: [reportDue("2024-06-07")], inReview }))).toContain(
      "report:2024-06-07",
    );
  });

  it("does not chase a step without a limit", () => {
    const inReview = [waitingDecision({ reviewSteps: [{ by: "head" }] })];
    expect(idsOf(chasedTask({ inReview }))).toEqual(["due:ecology:2024-04-01:2024-06-28"]);
  });
});

describe("a task waiting for receipt", () => {
  const assigned = { status: "assigned", dueOn: null } as const;

  it("is to be received within the plan's working days: a festival does not count", () => {
    const task = chasedTask({ ...assigned, receivableSince: morningOf("2024-06-07") });
    expect(idsOf(task)).toEqual(["receipt:2024-06-12"]);
  });

  it("need not be received while an objection to it is being decided", () => {
    const inReview = [
      waitingDecision({ kind: "objection", reviewSteps: [{ by: "head", workdays: 1 }] }),
    ];
    expect(idsOf(chasedTask({ ...assigned, inReview }))).toEqual([
      "decision:submission:1:2024-06-18",
    ]);
  });
});

test("an id tells what and when", () => {
  expect(parseObligation("decision:0b1c:2:2024-06-19")).toEqual({
    type: "decision",
    dueOn: "2024-06-19",
  });
  expect(() => parseObligation("weather:2024-06-19")).toThrow("Not an obligation");
});
