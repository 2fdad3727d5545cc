import { describe, expect, it } from "vitest";
import { lights } from "@/lib/domain/tasks/lights";
import { taskStatuses } from "@/lib/domain/tasks/tasks";
import { noticeMoves } from "./light-notices";

const task = { kind: "measure", status: "active" } as const;
const none = { lift: null, issue: null };

describe("a notice", () => {
  it("is issued when the light turns yellow or red, and not again", () => {
    const issued = lights.filter((light) => noticeMoves(null, { ...task, light }).issue === light);
    expect(issued).toEqual(["yellow", "red"]);
    expect(noticeMoves("red", { ...task, light: "red" })).toEqual(none);
  });

  it("gives way to the other colour", () => {
    expect(noticeMoves("yellow", { ...task, light: "red" })).toEqual({
      lift: "yellow",
      issue: "red",
    });
    expect(noticeMoves("red", { ...task, light: "yellow" })).toEqual({
      lift: "red",
      issue: "yellow",
    });
  });

  it("is lifted when the light is green again, and when nothing is chased any more", () => {
    expect(noticeMoves("red", { ...task, light: "green" })).toEqual({ lift: "red", issue: null });
    const withNotice = taskStatuses.filter(
      (status) => noticeMoves("red", { ...task, status, light: "red" }).lift === null,
    );
    expect(withNotice).toEqual(["assigned", "active"]);
    expect(noticeMoves(null, { ...task, kind: "principle", light: "red" })).toEqual(none);
  });
});
