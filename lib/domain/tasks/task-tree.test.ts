import { expect, test } from "vitest";
import { rollUpUpdates, toFamilies, toTree } from "./task-tree";

const task = (
  code: string,
  parentCode: string | null,
  updatedOn: string | null,
  isDemo = false,
) => ({
  code,
  parentCode,
  updatedOn,
  approvedOn: updatedOn,
  isDemo,
});

test("a tree keeps the order of the list, wherever the parent stands in it", () => {
  const tasks = [task("A.1", "A", null), task("B", null, null), task("A", null, null)];
  const shape = toTree(tasks).map(({ task: { code }, children }) => [
    code,
    children.map((child) => child.task.code),
  ]);
  expect(shape).toEqual([
    ["B", []],
    ["A", ["A.1"]],
  ]);
});

test("parts stand with the parent that they follow; what follows another stands by itself", () => {
  const tasks = [task("A", null, null), task("A.1", "A", null), task("A.2", "A", null)];
  const mixed = [task("B.1", "B", null), ...tasks, task("A.1.1", "A.1", null)];
  const codes = toFamilies(mixed).map((family) => family.map(({ code }) => code));
  expect(codes).toEqual([["B.1"], ["A", "A.1", "A.2"], ["A.1.1"]]);
});

test("a task whose parent is not in the list is a root", () => {
  expect(toTree([task("A.1", "A", null)])).toHaveLength(1);
});

test("a parent was updated when the last of its sub-tasks was, and shows their demo data", () => {
  const updates = rollUpUpdates([
    task("A", null, "2024-05-01"),
    task("A.1", "A", "2024-06-01", true),
    task("A.2", "A", null),
    task("B", null, null),
  ]);
  expect(updates.get("A")).toEqual({
    updatedOn: "2024-06-01",
    approvedOn: "2024-06-01",
    isDemo: true,
  });
  expect(updates.get("A.2")).toEqual({ updatedOn: null, approvedOn: null, isDemo: false });
  expect(updates.get("B")).toEqual({ updatedOn: null, approvedOn: null, isDemo: false });
});
