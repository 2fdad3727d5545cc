import { describe, expect, it } from "vitest";
import { isStopped, withStop } from "./periods";

const june = { start: "2024-06-01", end: "2024-06-30" };

describe("withStop", () => {
  it("adds the days that the clock stood still", () => {
    const before = [{ from: "2024-01-05", until: "2024-02-01" }];
    const after = [...before, { from: "2024-06-03", until: "2024-06-20" }];
    expect(withStop(before, "2024-06-03", "2024-06-20")).toEqual(after);
  });

  it("adds nothing for a stop of less than a day, or none", () => {
    expect(withStop([], "2024-06-20", "2024-06-20")).toEqual([]);
    expect(withStop([], null, "2024-06-20")).toEqual([]);
  });
});

describe("isStopped", () => {
  it.each([
    ["the report fell due on the first day it stood", "2024-07-05", "2024-07-20", true],
    ["it ran again on the day the report fell due", "2024-06-20", "2024-07-05", false],
    ["the whole period passed meanwhile", "2024-06-01", "2024-07-01", true],
    ["the last day of the period was worked on", "2024-06-01", "2024-06-30", false],
    ["it stopped after the report fell due", "2024-07-06", "2024-08-01", false],
  ])("%s", (_, from, until, expected) => {
    expect(isStopped(june, "2024-07-05", [{ from, until }])).toBe(expected);
  });

  it("is false for a clock that never stopped", () => {
    expect(isStopped(june, "2024-07-05", [])).toBe(false);
  });
});
