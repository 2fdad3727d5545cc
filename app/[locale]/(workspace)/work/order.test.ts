import { expect, test } from "vitest";
import { workTask } from "@/lib/domain/tasks/work-task.fixture";
import { readOrder, sortTasks } from "./order";

const tasks = [
  workTask({ code: "a", dueOn: "2024-12-31", health: { lastPublishedOn: "2024-06-01" } }),
  workTask({ code: "b", health: { light: "red" } }),
  workTask({ code: "c", dueOn: "2024-06-30", health: { light: "blue", lastPublishedOn: null } }),
  workTask({ code: "d", dueOn: "2024-06-30", health: { lastPublishedOn: "2024-05-01" } }),
];

test.each([
  ["document", "abcd"],
  ["due", "cdab"],
  ["light", "badc"],
  ["published", "bcda"],
  ["nonsense", "abcd"],
])("by %s", (sort, codes) => {
  const sorted = sortTasks(tasks, readOrder({ sort }));
  expect(sorted.map(({ code }) => code).join("")).toBe(codes);
});
