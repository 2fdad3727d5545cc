import { expect, test } from "vitest";
import {
  type Assignment,
  applyAssignment,
  assignmentChanges,
  assignmentRefusal,
  choiceInBatch,
  unitsRelieved,
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

test("where the parent's day has passed, a part may catch up; until then it may not", () => {
  expect(refusal(proposed, { dueOn: "2024-07-01" }, "2024-06-11")).toBeNull();
  expect(refusal(proposed, { dueOn: "2024-07-01" }, today)?.code).toBe("deadline_after_parent");
});

test("a new day comes before none of the open parts, and says which and until when", () => {
  const part = (code: string, dueOn: string | null, status: "active" | "completed" = "active") => ({
    ...{ code, dueOn, status },
  });
  const parts = [part("A-1.1", "2024-09-30"), part("A-1.2", "2024-12-31")];
  const asked = (dueOn: string | null, before = proposed, of = parts) =>
    assignmentRefusal(
      before,
      { ...choice, cooperatingIds: [], dueOn },
      { isCollective, parentDueOn: null, parts: of, today },
    );
  expect(asked("2024-12-31")).toBeNull();
  expect(asked("2024-08-31")).toEqual({
    code: "parts_later",
    field: "dueOn",
    params: { code: "A-1.1", count: 2, day: "2024-12-31" },
  });
  expect(asked("2024-12-30")?.params).toMatchObject({ code: "A-1.2", count: 1 });
  expect(asked("2024-08-31", proposed, [part("A-1.1", "2024-09-30", "completed")])).toBeNull();
  expect(asked("2024-12-31", proposed, [...parts, part("A-1.3", null)])).toEqual({
    ...{ code: "parts_undated", field: "dueOn", params: { code: "A-1.3" } },
  });
  expect(asked("2024-12-31", proposed, [part("A-1.3", null, "completed")])).toBeNull();
  // What stands already is not asked about again, and no day bounds nothing.
  const dated: Assignment = { ...proposed, dueOn: "2024-08-31", deadlineBasis: "assigned" };
  expect(asked("2024-08-31", dated)).toBeNull();
  expect(asked(null)).toBeNull();
});

test("a batch takes what stands, but for the unit, day and cycle it asks for", () => {
  const asItStands = { leadId: null, dueOn: null, cycle: null };
  expect(choiceInBatch(proposed, asItStands)).toEqual(choice);
  expect(
    choiceInBatch(proposed, { leadId: "energy", dueOn: "2024-12-31", cycle: "weekly" }),
  ).toEqual({
    ...choice,
    ...{ leadId: "energy", dueOn: "2024-12-31", cycle: "weekly", reportDay: null },
  });
  expect(choiceInBatch(proposed, { ...asItStands, cycle: "monthly" }).reportDay).toBe(25);
  // An objection that was sustained proposes a unit as the lead that still cooperates.
  const both = { ...proposed, leadId: "energy", cooperatingIds: ["energy", "transport"] };
  expect(choiceInBatch(both, asItStands).cooperatingIds).toEqual(["transport"]);
  expect(choiceInBatch(both, { ...asItStands, leadId: "transport" }).cooperatingIds).toEqual([
    "energy",
  ]);
});

test("whose part ends: the former lead, a unit that cooperates no more, and the new lead that cooperated", () => {
  const before = { leadId: "a", cooperatingIds: ["b", "c"] };
  expect(unitsRelieved(before, before)).toEqual([]);
  expect(unitsRelieved(before, { leadId: "b", cooperatingIds: ["c"] })).toEqual(["a", "b"]);
  expect(unitsRelieved(before, { leadId: "a", cooperatingIds: ["c"] })).toEqual(["b"]);
  expect(unitsRelieved({ leadId: null, cooperatingIds: [] }, before)).toEqual([]);
  // An objection that was sustained proposes a unit as the lead that still cooperates.
  const both = { leadId: "b", cooperatingIds: ["b", "c"] };
  expect(unitsRelieved(both, { leadId: "b", cooperatingIds: ["c"] })).toEqual(["b"]);
  expect(unitsRelieved(both, { leadId: "a", cooperatingIds: ["c"] })).toEqual(["b"]);
});
