import { expect, test } from "vitest";
import { roles } from "@/lib/domain/people/roles";
import { type Gap, gapKinds, gapKindsFor, gapPath, movesGaps, readGapFilters } from "./gaps";

test("who can mend them sees them, and nothing that they may not read", () => {
  expect(roles.filter((role) => gapKindsFor(role).length > 0)).toEqual([
    "director",
    "system_admin",
    "security_admin",
  ]);
  expect(gapKindsFor("director")).toEqual(gapKinds);
  expect(gapKindsFor("security_admin").every((kind) => /^(unit|role)_/.test(kind))).toBe(true);
  const letters = ["follow_up_without_checker", "release_without_checker"];
  expect(gapKindsFor("system_admin").filter((kind) => letters.includes(kind))).toEqual([]);
  expect(gapKindsFor("system_admin")).toContain("step_without_reviewer");
});

test.each([
  ["step_without_reviewer", "director", "/reviews/x"],
  ["step_without_reviewer", "system_admin", "/work/AIR-01"],
  ["unit_without_head", "system_admin", `/people?${new URLSearchParams({ unit: "生态环境厅" })}`],
  ["unit_without_head", "security_admin", "/roles"],
  ["unit_without_head", "director", null],
  ["registration_without_confirmer", "director", "/registrations/x"],
] as const)("%s leads the %s to %s", (kind, role, path) => {
  const task = kind === "step_without_reviewer" ? { code: "AIR-01", title: "" } : null;
  const gap: Gap = {
    ...{ key: "x", kind, subject: "x", wait: null, role: null },
    ...{ unit: "生态环境厅", task, plan: null },
  };
  expect(gapPath(gap, role)).toBe(path);
});

test("the list is narrowed to a kind there is, and a fast look follows what moves people", () => {
  expect(readGapFilters({ kind: "unit_without_head" })).toEqual({ kind: "unit_without_head" });
  expect(readGapFilters({ kind: ["x"] })).toEqual({ kind: "" });
  expect(["account.left", "role.changed", "task.assigned"].every(movesGaps)).toBe(true);
  expect(["task.received", "session.started"].some(movesGaps)).toBe(false);
});
