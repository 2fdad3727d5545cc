import { expect, test } from "vitest";
import { climbsOf } from "./climbs";
import type { Escalation } from "./escalation-policy";

const raised = (level: Escalation["level"], changes: Partial<Escalation> = {}): Escalation => ({
  id: `${level} of ${changes.obligation ?? "due"}`,
  taskId: "task",
  obligation: "due",
  type: "due",
  dueOn: "2024-06-28",
  level,
  raisedAt: new Date(0),
  acknowledgedBy: null,
  acknowledgedAt: null,
  note: null,
  isOpen: true,
  mayAcknowledge: false,
  ...changes,
});

test("one entry for each obligation, its levels lowest first, whatever order they come in", () => {
  const found = climbsOf([
    raised("supervisor"),
    raised("handler", { obligation: "report" }),
    raised("handler"),
    raised("head"),
    raised("head", { taskId: "other" }),
  ]);
  expect(found.map(({ levels }) => levels.map(({ level }) => level))).toEqual([
    ["handler", "head", "supervisor"],
    ["handler"],
    ["head"],
  ]);
});

test("the highest level that the reader may acknowledge is the one to answer, and one open level keeps it open", () => {
  const may = { mayAcknowledge: true };
  const [climb] = climbsOf([
    raised("handler", may),
    raised("head", may),
    raised("supervisor", { isOpen: false }),
  ]);
  expect(climb).toMatchObject({ acknowledgeId: "head of due", isOpen: true });
  const [over] = climbsOf([raised("handler", { isOpen: false })]);
  expect(over).toMatchObject({ acknowledgeId: null, isOpen: false });
});
