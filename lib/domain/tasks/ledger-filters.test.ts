import { expect, test } from "vitest";
import { filterTasks, readFilters } from "./ledger-filters";
import { workTask } from "./work-task.fixture";

const today = "2024-06-12";
const owed = { start: "2024-01-01", end: "2024-03-31" };
const tasks = [
  workTask({ code: "late", dueOn: "2024-06-11" }),
  workTask({ code: "today", dueOn: today, planSlug: "fire" }),
  workTask({
    code: "week",
    dueOn: "2024-06-19",
    health: { light: "yellow", owed },
    handler: { id: "me", name: "李明", counts: true },
  }),
  workTask({ code: "far", dueOn: "2024-06-20", leadId: "energy", leadCode: "energy" }),
  workTask({ code: "done-late", dueOn: "2024-06-01", status: "completed", completedOn: today }),
  workTask({ code: "parked", dueOn: "2024-06-12", status: "suspended", suspendedOn: "2024-06-01" }),
  workTask({
    code: "new",
    status: "assigned",
    health: { light: "red" },
    handler: { id: "me", name: "李明", counts: false },
  }),
];
const found = (query: Record<string, string>) =>
  filterTasks(tasks, readFilters(query), { today, id: "me", departmentId: "ecology" }).map(
    ({ code }) => code,
  );

test.each([
  ["nothing narrows nothing", {}, tasks.map(({ code }) => code)],
  ["逾期: open and late; what was done late is not", { due: "overdue" }, ["late"]],
  ["七日内到期: both ends included, what is parked left out", { due: "soon" }, ["today", "week"]],
  ["应报未报", { owed: "1" }, ["week"]],
  ["待签收", { status: "assigned" }, ["new"]],
  ["严重滞后", { light: "red" }, ["new"]],
  ["a window of due days", { from: "2024-06-12", to: "2024-06-19" }, ["today", "week", "parked"]],
  ["another unit", { unit: "energy" }, ["far"]],
  ["承办人是我: as long as I still count", { handled: "1" }, ["week"]],
  ["our own, of one plan", { plan: "fire", mine: "1" }, ["today"]],
])("%s", (_, query, codes) => {
  expect(found(query)).toEqual(codes);
});

test("what makes no sense in an address is left out", () => {
  const nonsense = { status: "gone", light: "pink", from: "2024-02-30", due: "x", owed: "yes" };
  expect(found(nonsense)).toHaveLength(tasks.length);
  expect(readFilters({ plan: ["a", "b"] }).plan).toBe("");
});
