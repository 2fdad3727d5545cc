import { expect, test } from "vitest";
import type { Assignment } from "@/lib/domain/tasks/assignment";
import { movedBy, type OpenWork } from "./moved-by";

const before: Assignment = {
  ...{ leadId: "a", cooperatingIds: ["b"], ownerBasis: "confirmed" },
  ...{ dueOn: null, deadlineBasis: null, cycle: "none", reportDay: null },
};
const work: OpenWork[] = ["a", "b"].map((departmentId) => ({
  ...{ id: departmentId, departmentId, unit: departmentId },
  ...{ kind: "objection", status: "draft" },
}));
const parts = [
  { code: "A-1.1", dueOn: null, status: "active" as const },
  { code: "A-1.2", dueOn: null, status: "completed" as const },
];
const moved = (after: Partial<Assignment>, status: "unassigned" | "assigned" = "assigned") =>
  movedBy({ ...before, status, baselineDueOn: null }, { ...before, ...after }, { parts, work });

test("a new lead ends what the former wrote, and its time to receive begins", () => {
  const { voided, joining, leaving, restartsReceipt } = moved({ leadId: "c" });
  expect(voided.map(({ id }) => id)).toEqual(["a"]);
  expect([joining, leaving, restartsReceipt]).toEqual([[], [], true]);
  expect(moved({ leadId: "c" }, "unassigned").restartsReceipt).toBe(false);
});

test("cooperating units that come and go are named, and what the one that goes wrote ends", () => {
  const { voided, joining, leaving } = moved({ cooperatingIds: ["d"] });
  expect(voided.map(({ id }) => id)).toEqual(["b"]);
  expect([joining, leaving]).toEqual([["d"], ["b"]]);
});

test("a first day is the baseline; closed parts are not told of", () => {
  expect(moved({ dueOn: "2024-12-31" })).toMatchObject({ setsBaseline: true, partsKept: 1 });
  expect(moved({}).setsBaseline).toBe(false);
});
