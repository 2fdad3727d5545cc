import { expect, test } from "vitest";
import { assignRefusal, receiveRefusal, reportRefusal, taskStatuses } from "./tasks";

const codes = (rule: typeof assignRefusal) =>
  taskStatuses.map((status) => rule({ kind: "measure", status })?.code ?? "allowed");

test("every cell: assign, receive and report by status", () => {
  expect(taskStatuses).toEqual(["unassigned", "assigned", "active", "completed"]);
  expect(codes(assignRefusal)).toEqual([
    "allowed",
    "allowed",
    "task_not_assignable",
    "task_not_assignable",
  ]);
  expect(codes(receiveRefusal)).toEqual([
    "task_not_assigned",
    "allowed",
    "task_already_received",
    "task_already_received",
  ]);
  expect(codes(reportRefusal)).toEqual([
    "task_not_active",
    "task_not_active",
    "allowed",
    "task_not_active",
  ]);
});

test("a principle is shown and not tracked", () => {
  expect(assignRefusal({ kind: "principle", status: "unassigned" })?.code).toBe("task_not_tracked");
});
