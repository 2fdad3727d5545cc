import { expect, test } from "vitest";
import {
  type Assignment,
  applyAssignment,
  assignmentChanges,
  assignmentRefusal,
} from "./assignment";

const proposed: Assignment = {
  leadId: "ecology",
  cooperatingIds: ["housing"],
  ownerBasis: "proposed",
  dueOn: null,
  deadlineBasis: null,
  cycle: "monthly",
  reportDay: 25,
};
const choice = {
  leadId: "ecology",
  cooperatingIds: ["housing"],
  dueOn: null,
  cycle: "monthly",
  reportDay: 25,
} as const;
const today = "2024-06-12";
const isCollective = (id: string) => id === "cities";
const refusal = (
  before: Assignment,
  changes: Partial<Assignment>,
  parentDueOn: string | null = null,
) =>
  assignmentRefusal(
    before,
    { ...choice, cooperatingIds: [...choice.cooperatingIds], ...changes },
    { isCollective, parentDueOn, today },
  );

test("a proposed owner left as it is becomes confirmed", () => {
  const after = applyAssignment(proposed, { ...choice, cooperatingIds: ["housing"] });
  expect(after.ownerBasis).toBe("confirmed");
  expect(assignmentChanges(proposed, after)).toEqual(["ownerBasis"]);
});

test("a unit that the document names stays named by the document, until another is chosen", () => {
  const named: Assignment = { ...proposed, ownerBasis: "source" };
  expect(applyAssignment(named, { ...choice, cooperatingIds: [] }).ownerBasis).toBe("source");
  expect(
    applyAssignment(named, { ...choice, leadId: "energy", cooperatingIds: [] }).ownerBasis,
  ).toBe("confirmed");
});

test("a date that the document does not state is 暂定", () => {
  const after = applyAssignment(proposed, { ...choice, cooperatingIds: [], dueOn: "2024-12-31" });
  expect(after.deadlineBasis).toBe("assigned");
  expect(assignmentChanges(proposed, after)).toContain("dueOn");
});

test("the document's date cannot be changed or dropped, and stays its own", () => {
  const dated: Assignment = { ...proposed, dueOn: "2024-03-25", deadlineBasis: "source" };
  expect(refusal(dated, { dueOn: "2024-04-25" })?.code).toBe("deadline_from_source");
  expect(refusal(dated, { dueOn: null })?.code).toBe("deadline_from_source");
  expect(refusal(dated, { dueOn: "2024-03-25" })).toBeNull();
  expect(
    applyAssignment(dated, { ...choice, cooperatingIds: [], dueOn: "2024-03-25" }).deadlineBasis,
  ).toBe("source");
});

test("exactly one real unit leads, and does not cooperate with itself", () => {
  expect(refusal(proposed, { leadId: null })).toEqual({ code: "lead_required", field: "leadId" });
  expect(refusal(proposed, { leadId: "cities" })?.code).toBe("lead_is_collective");
  expect(refusal(proposed, { cooperatingIds: ["ecology"] })?.code).toBe("lead_cannot_cooperate");
  expect(refusal(proposed, { cooperatingIds: ["cities"] })).toBeNull();
});

test("a new date is today or later", () => {
  expect(refusal(proposed, { dueOn: "2024-06-11" })?.code).toBe("deadline_past");
  expect(refusal(proposed, { dueOn: today })).toBeNull();
});

test("the order of cooperating units is no change", () => {
  const two = { ...proposed, cooperatingIds: ["a", "b"] };
  expect(assignmentChanges(two, { ...two, cooperatingIds: ["b", "a"] })).toEqual([]);
});

test("a new date is no later than the parent's; one that was there is not asked about again", () => {
  expect(refusal(proposed, { dueOn: "2024-12-31" }, "2024-12-31")).toBeNull();
  expect(refusal(proposed, { dueOn: "2025-01-01" }, "2024-12-31")).toEqual({
    code: "deadline_after_parent",
    field: "dueOn",
    params: { day: "2024-12-31" },
  });
  const later: Assignment = { ...proposed, dueOn: "2025-06-30", deadlineBasis: "assigned" };
  expect(refusal(later, { dueOn: "2025-06-30" }, "2024-12-31")).toBeNull();
});

test("another report day is a change of the cycle", () => {
  expect(assignmentChanges(proposed, { ...proposed, reportDay: 28 })).toEqual(["cycle"]);
  expect(assignmentChanges(proposed, { ...proposed, cycle: "weekly" })).toEqual(["cycle"]);
});
