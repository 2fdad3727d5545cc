import { expect, test } from "vitest";
import { everyPath, readChange, type Site, touchedBy } from "./pages";

const site: Site = {
  plans: ["air", "fire"],
  documents: ["air-page", "fire-page"],
  units: ["ecology", "fire-rescue"],
  tasks: [
    { code: "AIR-01", parentCode: null, plan: "air", document: "air-page", units: ["ecology"] },
    {
      code: "AIR-01.1",
      parentCode: "AIR-01",
      plan: "air",
      document: "air-page",
      units: ["ecology"],
    },
    {
      code: "FIRE-01",
      parentCode: null,
      plan: "fire",
      document: "fire-page",
      units: ["fire-rescue"],
    },
  ],
};

test("notices say what changed, and one that is not understood changes everything", () => {
  expect(readChange("task AIR-01")).toEqual({ task: "AIR-01" });
  expect(readChange("plan air")).toEqual({ plan: "air" });
  for (const payload of ["all", "", "what"]) expect(readChange(payload)).toBe("all");
});

test("a change of a part is seen first on it, on what it is part of, its plan and the first page", () => {
  const { first, later } = touchedBy({ task: "AIR-01.1" }, site);
  for (const path of ["/tasks/AIR-01.1", "/en/tasks/AIR-01.1", "/tasks/AIR-01", "/plans/air", "/"])
    expect(first).toContain(path);
  for (const path of ["/units/ecology", "/changes", "/api/v1/tasks", "/documents/air-page"])
    expect(later).toContain(path);
  for (const path of [...first, ...later]) expect(path).not.toContain("fire");
});

test("a change of a plan is seen on its document too, whose clauses carry the lights of its tasks", () => {
  const { later } = touchedBy({ plan: "air" }, site);
  expect(later).toContain("/documents/air-page");
  expect(later).not.toContain("/documents/fire-page");
});

test("whatever changes touches only pages that there are", () => {
  const known = new Set(everyPath(site));
  for (const change of [{ task: "AIR-01.1" }, { plan: "fire" }, "all"] as const) {
    const { first, later } = touchedBy(change, site);
    for (const path of [...first, ...later]) expect([path, known.has(path)]).toEqual([path, true]);
  }
  expect(new Set(everyPath(site)).size).toBe(everyPath(site).length);
});
