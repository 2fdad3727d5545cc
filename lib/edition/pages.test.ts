import { expect, test } from "vitest";
import {
  everyPath,
  isFile,
  isOfEdition,
  readChange,
  readyPaths,
  type Site,
  touchedBy,
} from "./pages";

const site: Site = {
  plans: ["air", "fire"],
  documents: ["air-page", "fire-page"],
  units: ["ecology", "fire-rescue"],
  tasks: ["AIR-01", "AIR-01.1", "FIRE-01"],
};
const place = { plan: "air", document: "air-page", above: ["AIR-01"], units: ["ecology"] };

test("notices say what changed, and what is not of a task may be seen anywhere", () => {
  expect(readChange("task AIR-01")).toEqual({ task: "AIR-01" });
  for (const payload of ["plan air", "all", "", "what"]) expect(readChange(payload)).toBe("all");
});

test("a change of a part is seen first on it, on what it is part of, its plan and the first page", () => {
  const { first, later } = touchedBy("AIR-01.1", place);
  for (const path of ["/tasks/AIR-01.1", "/en/tasks/AIR-01.1", "/tasks/AIR-01", "/plans/air", "/"])
    expect(first).toContain(path);
  for (const path of ["/units/ecology", "/changes", "/api/v1/tasks", "/documents/air-page"])
    expect(later).toContain(path);
  for (const path of [...first, ...later]) expect(path).not.toContain("fire");
});

test("what a change touches, and what is kept ready, is of the edition; its addresses are each there once", () => {
  const every = everyPath(site);
  expect(new Set(every).size).toBe(every.length);
  const { first, later } = touchedBy("AIR-01.1", place);
  for (const path of [...first, ...later, ...readyPaths(site)]) expect(every).toContain(path);
});

test("whether a page is of the edition is told by its address", () => {
  for (const path of everyPath(site)) expect([path, isOfEdition(path)]).toEqual([path, true]);
  for (const path of [
    "/en/feed.atom",
    "/en/tasks/AIR-01/feed.atom",
    "/en/units/x/calendar.ics",
    "/en/plans/air/onepage.pdf",
  ])
    expect([path, isOfEdition(path)]).toEqual([path, true]);
  for (const path of [
    "/inbox",
    "/letters",
    "/tasks/AIR-01/share.png",
    "/api/health",
    "/en/api/v1/plans",
  ])
    expect([path, isOfEdition(path)]).toEqual([path, false]);
  for (const path of ["/tasks/AIR-01/../../x", "/tasks/AIR%2D01", "//tasks/AIR-01", "/tasks/"])
    expect([path, isOfEdition(path)]).toEqual([path, false]);
});

test("larger type is for what is read, not for what programs take", () => {
  for (const path of ["/", "/en/tasks/AIR-01.1", "/plans/air/card"])
    expect(isFile(path)).toBe(false);
  for (const path of ["/api/v1/tasks/AIR-01.1", "/feed.atom", "/plans/air/onepage.pdf"])
    expect(isFile(path)).toBe(true);
});
