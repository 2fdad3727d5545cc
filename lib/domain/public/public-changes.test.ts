import fc from "fast-check";
import { expect, test } from "vitest";
import { taskStatuses } from "@/lib/domain/tasks/tasks";
import {
  type ChangeWhat,
  changeParams,
  changesBetween,
  heldUntilReleased,
  isCorrection,
  reasonOf,
  unitsNamed,
  type Version,
} from "./public-changes";

const at = new Date("2024-06-12T10:00:00+08:00");
const version = (status: Version["status"], more: Partial<Version> = {}): Version => ({
  at,
  status,
  lead: "省能源局",
  struckOffOn: null,
  ...more,
});
const told = (before: Version | null, after: Version) =>
  changesBetween(before, after).map(({ type }) => type);

test("a task enters the register, is handed over and taken on", () => {
  const registered = version("unassigned", { lead: null });
  expect(told(null, registered)).toEqual(["registered"]);
  expect(changesBetween(registered, version("assigned"))).toEqual([
    { type: "assigned", lead: "省能源局" },
  ]);
  expect(told(version("assigned"), version("active"))).toEqual(["received"]);
});

test("a part that a unit keeps for itself is registered, assigned and received at once", () => {
  expect(told(null, version("active"))).toEqual(["registered", "assigned", "received"]);
});

test.each([
  ["active", "suspended", ["suspended"]],
  ["suspended", "active", ["resumed"]],
  ["active", "completed", ["completed"]],
  ["completed", "active", ["reopened"]],
  ["active", "cancelled", ["cancelled"]],
  ["suspended", "exempted", ["exempted"]],
  ["exempted", "active", ["reopened"]],
  ["assigned", "unassigned", ["sent_back"]],
  ["active", "active", []],
] as const)("from %s to %s: %j", (from, to, changes) => {
  expect(told(version(from), version(to))).toEqual(changes);
});

test("another lead is told with both names, and a verified completion once", () => {
  const moved = changesBetween(version("active"), version("assigned", { lead: "省水利厅" }));
  expect(moved).toEqual([{ type: "lead_changed", from: "省能源局", to: "省水利厅" }]);
  const done = version("completed");
  const struckOff = { ...done, struckOffOn: "2024-06-12" };
  expect(told(done, struckOff)).toEqual(["struck_off"]);
  expect(told(struckOff, struckOff)).toEqual([]);
});

test("a step is told exactly when the status changed", () => {
  const any = fc.constantFrom(...taskStatuses);
  fc.assert(
    fc.property(any, any, (from, to) => {
      const silent = ["unassigned", "assigned"];
      const changed = from !== to && !(silent.includes(to) && !silent.includes(from));
      const changes = told(version(from), version(to));
      if (from === to) expect(changes).toEqual([]);
      else if (changed) expect(changes.length).toBeGreaterThan(0);
    }),
  );
});

test("what takes something back is a correction", () => {
  const report = (percent: number, before: number | null): ChangeWhat => ({
    type: "report",
    percent,
    before,
  });
  expect(isCorrection(report(40, 60))).toBe(true);
  expect(isCorrection(report(60, 60))).toBe(false);
  expect(isCorrection(report(60, null))).toBe(false);
  expect(isCorrection({ type: "reopened" })).toBe(true);
  expect(isCorrection({ type: "withdrawn", reason: "数据有误" })).toBe(true);
  expect(reasonOf({ type: "withdrawn", reason: "数据有误" })).toBe("数据有误");
  expect(reasonOf({ type: "received" })).toBeNull();
  expect(changeParams(report(40, null))).toEqual({ percent: 40, before: -1 });
});

test("a sentence names its units as the reader's language calls them, and every unit that it names is known", () => {
  const changes: ChangeWhat[] = [
    { type: "assigned", lead: "甲" },
    { type: "lead_changed", from: "甲", to: "乙" },
    {
      ...{ type: "due_moved", from: "2024-06-01", to: "2024-06-30", days: 29, cause: "extension" },
      ...{ reason: null, unit: "丙" },
    },
    { type: "received" },
  ];
  expect(changes.map(unitsNamed)).toEqual([["甲"], ["甲", "乙"], ["丙"], []]);
  for (const change of changes) {
    const params = Object.values(changeParams(change, (unit) => `unit ${unit}`));
    for (const unit of unitsNamed(change)) {
      expect(params).toContain(`unit ${unit}`);
      expect(params).not.toContain(unit);
    }
  }
});

test("办结 is told with its report, once that is released, and with what was done to it meanwhile", () => {
  const placed = (sequence: number, status: Version["status"], more: object = {}) => ({
    ...version(status),
    ...{ sequence, submissionId: null, release: null },
    ...more,
  });
  const active = placed(1, "active");
  const done = (release: object | null) =>
    placed(2, "completed", { submissionId: "completion", release });
  const struckOff = placed(3, "completed", { struckOffOn: "2024-06-13" });
  const told = (...versions: ReturnType<typeof placed>[]) => {
    const all = heldUntilReleased(versions);
    return all.flatMap((each, i) =>
      changesBetween(all[i - 1] ?? null, each).map(({ type }) => `${each.sequence} ${type}`),
    );
  };
  const later = { sequence: 9, at };
  const begun = ["1 registered", "1 assigned", "1 received"];
  expect(told(active, done(null))).toEqual(begun);
  expect(told(active, done(null), struckOff)).toEqual(begun);
  expect(told(active, done(null), struckOff, placed(4, "active"))).toEqual(begun);
  expect(told(active, done(later))).toEqual([...begun, "9 completed"]);
  expect(told(active, done(later), struckOff)).toEqual([...begun, "9 completed", "9 struck_off"]);
  const atOnce = done({ sequence: 1.5, at });
  expect(told(active, atOnce, struckOff)).toEqual([...begun, "2 completed", "3 struck_off"]);
  const between = done({ sequence: 2.5, at });
  expect(told(active, between, struckOff)).toEqual([...begun, "2.5 completed", "3 struck_off"]);
});
