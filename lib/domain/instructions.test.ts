import { describe, expect, it } from "vitest";
import { person } from "@/lib/domain/people/people.fixture";
import { roles } from "@/lib/domain/people/roles";
import {
  handleInstructionSchema,
  handleRefusal,
  instructionState,
  instructionSubject,
  writeInstructionSchema,
  writeRefusal,
} from "./instructions";

const today = "2024-06-12";
const active = { kind: "measure", status: "active" } as const;
const codeOf = (refusal: { code: string } | null) => refusal?.code ?? "may";
const ask = (changes: object = {}) => ({ addressee: "office" as const, dueOn: null, ...changes });

describe("a leader's instruction", () => {
  it("is a leader's to write, and nobody else's", () => {
    const may = roles.filter(
      (role) => writeRefusal(person(role, "office"), ask(), active, today) === null,
    );
    expect(may).toEqual(["leader"]);
  });

  it("goes to the office about anything, to the unit only of a task that can be chased", () => {
    const write = (addressee: "unit" | "office", task: Parameters<typeof writeRefusal>[2]) =>
      codeOf(writeRefusal(person("leader", "office"), ask({ addressee }), task, today));
    expect(write("office", null)).toBe("may");
    expect(write("unit", null)).toBe("instruction_without_unit");
    expect(write("unit", active)).toBe("may");
    expect(write("unit", { ...active, status: "unassigned" })).toBe("task_not_assigned");
    expect(write("unit", { ...active, status: "completed" })).toBe("task_closed");
    expect(write("unit", { ...active, kind: "principle" })).toBe("task_not_tracked");
    expect(write("office", { ...active, status: "completed" })).toBe("may");
  });

  it("wants its answer today or later", () => {
    const by = (dueOn: string) =>
      codeOf(writeRefusal(person("leader", "office"), ask({ dueOn }), null, today));
    expect([by("2024-06-11"), by(today)]).toEqual(["instruction_day_past", "may"]);
  });

  it("is the office's to handle, once", () => {
    const handle = (role: (typeof roles)[number], isHandled = false, task = active as object) =>
      codeOf(
        handleRefusal(
          person(role, "office"),
          { outcome: "chase" },
          { about: {}, isHandled },
          task as typeof active,
        ),
      );
    expect(roles.filter((role) => handle(role) === "may")).toEqual(["supervisor", "director"]);
    expect(handle("director", true)).toBe("instruction_handled");
    expect(handle("director", false, { ...active, status: "suspended" })).toBe("task_suspended");
  });

  it("may be noted, or carried out by a task whatever its state", () => {
    const director = person("director", "office");
    const closed = { kind: "measure", status: "cancelled" } as const;
    expect(
      handleRefusal(director, { outcome: "noted" }, { about: {}, isHandled: false }, null),
    ).toBeNull();
    expect(
      handleRefusal(director, { outcome: "task" }, { about: {}, isHandled: false }, closed),
    ).toBeNull();
  });

  it("of a branch is of what its units take part in, and without a task of its own leaders", () => {
    const city = { branchIds: ["city", "city-ecology"] };
    const leader = { ...person("leader", "city"), ...city };
    const director = { ...person("director", "city"), ...city };
    const of = (leadDepartmentId: string, ...cooperatingIds: string[]) => ({
      ...{ ...active, leadDepartmentId, cooperatingIds },
    });
    const write = (task: ReturnType<typeof of> | null) =>
      codeOf(writeRefusal(leader, ask(), task, today));
    expect(write(of("city-ecology"))).toBe("may");
    expect(write(of("ecology", "city"))).toBe("may");
    expect(write(of("ecology"))).toBe("not_found");
    expect([
      write(null),
      codeOf(writeRefusal({ ...leader, departmentId: "x" }, ask(), null, today)),
    ]).toEqual(["may", "not_found"]);
    const handle = (about: Parameters<typeof instructionSubject>[0], unit: string, task = about) =>
      codeOf(
        handleRefusal(
          director,
          { outcome: "chase" },
          { about: instructionSubject(about, unit), isHandled: false },
          task as ReturnType<typeof of> | null,
        ),
      );
    expect(handle(null, "city", of("city"))).toBe("may");
    expect(handle(null, "province", of("city"))).toBe("not_found");
    expect(handle(of("ecology", "city"), "province", of("city"))).toBe("may");
    // The 催办 goes to a unit of the branch.
    expect(handle(of("ecology", "city"), "province")).toBe("other_unit");
  });

  it("is answered with its chase, or when the task that it became is done", () => {
    const none = { answeredAt: null, completedOn: null };
    const at = new Date();
    expect(instructionState({ outcome: null, ...none })).toBe("waiting");
    expect(instructionState({ outcome: "noted", ...none })).toBe("noted");
    expect(instructionState({ outcome: "chase", ...none, completedOn: today })).toBe("under_way");
    expect(instructionState({ outcome: "chase", ...none, answeredAt: at })).toBe("answered");
    expect(instructionState({ outcome: "task", ...none, answeredAt: at })).toBe("under_way");
    expect(instructionState({ outcome: "task", ...none, completedOn: today })).toBe("answered");
  });

  it("says something, and names the task that is chased", () => {
    const key = crypto.randomUUID();
    const written = { key, code: null, planSlug: null, sharesWords: false, ...ask() };
    expect(writeInstructionSchema.safeParse({ ...written, text: "  " }).success).toBe(false);
    expect(writeInstructionSchema.safeParse({ ...written, text: "阅。" }).success).toBe(true);
    const made = { key, instructionId: key, words: "已阅。", code: null };
    const parses = (outcome: string) =>
      handleInstructionSchema.safeParse({ ...made, outcome }).success;
    expect(["chase", "task", "noted"].map(parses)).toEqual([false, false, true]);
  });
});
