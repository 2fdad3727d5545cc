import { describe, expect, test } from "vitest";
import { person } from "@/lib/domain/people/people.fixture";
import { roles } from "@/lib/domain/people/roles";
import { countsAs, handles, namedRefusal, nameHandlersRefusal } from "./handlers";
import { taskStatuses } from "./tasks";

const colleague = (changes: Partial<Parameters<typeof countsAs>[1]> = {}) => ({
  departmentId: "ecology",
  role: "official" as const,
  isEnabled: true,
  ...changes,
});

describe("a named person counts", () => {
  test("as handler while an enabled official or head of the lead unit", () => {
    const counting = roles.filter((role) => countsAs("handler", colleague({ role }), "ecology"));
    expect(counting).toEqual(["official", "head"]);
    expect(countsAs("handler", colleague({ isEnabled: false }), "ecology")).toBe(false);
    expect(countsAs("handler", colleague({ departmentId: "housing" }), "ecology")).toBe(false);
    expect(countsAs("handler", colleague(), null)).toBe(false);
  });

  test("as head in charge while an enabled head of it", () => {
    const counting = roles.filter((role) =>
      countsAs("headInCharge", colleague({ role }), "ecology"),
    );
    expect(counting).toEqual(["head"]);
  });

  test("and only then is the task theirs to handle", () => {
    const handler = { id: "a", name: "李明", counts: true };
    expect(handles("a", { handler })).toBe(true);
    expect(handles("b", { handler })).toBe(false);
    expect(handles("a", { handler: { ...handler, counts: false } })).toBe(false);
    expect(handles("a", { handler: null })).toBe(false);
  });
});

describe("to name somebody", () => {
  const task = {
    leadDepartmentId: "ecology",
    cooperatingIds: ["housing"],
    kind: "measure",
    status: "active",
  } as const;

  test("is for the lead unit's official and head", () => {
    const allowed = roles.filter((role) => nameHandlersRefusal(person(role), task) === null);
    expect(allowed).toEqual(["official", "head"]);
    expect(nameHandlersRefusal(person("head", "housing"), task)).toEqual({ code: "other_unit" });
  });

  test("is for tasks that somebody works on", () => {
    const open = taskStatuses.filter(
      (status) => nameHandlersRefusal(person("official"), { ...task, status }) === null,
    );
    expect(open).toEqual(["assigned", "active", "suspended"]);
    const principle = { ...task, kind: "principle" } as const;
    expect(nameHandlersRefusal(person("official"), principle)).toEqual({
      code: "task_not_tracked",
    });
  });

  test("takes only who would count", () => {
    expect(namedRefusal("handler", colleague(), "ecology")).toBeNull();
    const unknown = { code: "person_unknown", field: "headInChargeId" };
    expect(namedRefusal("headInCharge", colleague(), "ecology")).toEqual(unknown);
    expect(namedRefusal("headInCharge", undefined, "ecology")).toEqual(unknown);
  });
});
