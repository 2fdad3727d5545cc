import { expect, test } from "vitest";
import { person } from "@/lib/domain/people/people.fixture";
import {
  availableActs,
  clockStoppedOn,
  closedStatuses,
  isClosed,
  statusRefusal,
  type TaskState,
  taskActRefusal,
  taskStatuses,
} from "./tasks";

// Every cell of the acts is in submissions.matrix.test.ts.

const task = (changes: Partial<TaskState>): TaskState => ({
  kind: "measure",
  status: "active",
  struckOffOn: null,
  parentStatus: null,
  declarerIds: [],
  leadDepartmentId: "ecology",
  ...changes,
});
const supervisor = person("supervisor", "inspection-office");
const official = person("official");

test("nothing is chased, received or split after closing, and strike-off leaves only 重新督办", () => {
  for (const status of closedStatuses) {
    expect(availableActs(official, task({ status }))).toEqual([]);
    expect(availableActs(supervisor, task({ status }))).not.toContain("chase");
  }
  expect(availableActs(supervisor, task({ status: "completed" }))).toEqual([
    "strike_off",
    "reopen",
  ]);
  const struckOff = task({ status: "completed", struckOffOn: "2024-06-12" });
  expect(availableActs(supervisor, struckOff)).toEqual(["reopen"]);
});

test("whoever signed, approved or released the completion does not verify it; the director may", () => {
  const done = task({ status: "completed", declarerIds: [supervisor.personId] });
  const refusal = (actor: typeof supervisor) => taskActRefusal(actor, "strike_off", done)?.code;
  expect(refusal(supervisor)).toBe("strike_off_own_decision");
  const sameFace = { ...person("director", "inspection-office"), personId: supervisor.personId };
  expect(refusal(sameFace)).toBe("strike_off_own_decision");
  expect(refusal(person("director", "inspection-office"))).toBeUndefined();
  expect(availableActs(supervisor, done)).toEqual(["reopen"]);
});

test("the buttons follow the rule", () => {
  expect(availableActs(person("system_admin"), task({ status: "unassigned" }))).toEqual([
    "assign",
    "distribute",
  ]);
  expect(availableActs(official, task({ status: "assigned" }))).toEqual(["receive"]);
  expect(availableActs(official, task({}))).toEqual(["split"]);
  expect(availableActs(supervisor, task({}))).toEqual(["chase"]);
  expect(availableActs(person("auditor"), task({}))).toEqual([]);
});

test("a refusal says what the status is", () => {
  expect(
    taskStatuses.map((status) => statusRefusal(status, ["active"])?.code ?? "allowed"),
  ).toEqual([
    "task_not_assigned",
    "task_not_received",
    "allowed",
    "task_suspended",
    "task_closed",
    "task_closed",
    "task_closed",
  ]);
  expect(statusRefusal("active", closedStatuses)?.code).toBe("task_not_completed");
});

test("办结, 撤销 and 免予办理 close; 挂起 only stops the clock", () => {
  expect(taskStatuses.filter(isClosed)).toEqual(["completed", "cancelled", "exempted"]);
  const running = { completedOn: null, closedOn: null, suspendedOn: null };
  expect(clockStoppedOn(running)).toBeNull();
  expect(clockStoppedOn({ ...running, suspendedOn: "2024-05-01" })).toBe("2024-05-01");
  expect(clockStoppedOn({ ...running, closedOn: "2024-05-02" })).toBe("2024-05-02");
  expect(clockStoppedOn({ ...running, completedOn: "2024-05-03" })).toBe("2024-05-03");
});
