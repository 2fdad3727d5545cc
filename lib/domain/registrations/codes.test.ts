import { expect, test } from "vitest";
import { codeSchema } from "@/lib/domain/inputs";
import { codesOf, parentCodeOf, patternOf, slugFor } from "./codes";

test("codes follow the order and the depth, and begin where the plan has come to", () => {
  expect(codesOf("AIR", [0, 1, 1, 2, 0, 1])).toEqual([
    ...["AIR-01", "AIR-01.1", "AIR-01.2", "AIR-01.2.1", "AIR-02", "AIR-02.1"],
  ]);
  expect(codesOf("SAF-F", [0, 1], 9)).toEqual(["SAF-F10", "SAF-F10.1"]);
});

test("a task that is deeper than it can be stands under the one before it, and every code is a code", () => {
  const codes = codesOf("AB", [2, 3, 9, 9, 9, 9], 120);
  expect(codes).toEqual([
    ...["AB-121", "AB-121.1", "AB-121.1.1", "AB-121.1.1.1", "AB-121.1.1.2", "AB-121.1.1.3"],
  ]);
  for (const code of codes) expect(codeSchema.safeParse(code).success).toBe(true);
  expect(codes.map(parentCodeOf).slice(0, 3)).toEqual([null, "AB-121", "AB-121.1"]);
});

test("a plan's pattern is read from its codes", () => {
  expect(patternOf(["AIR-01", "AIR-10", "AIR-03"])).toEqual({ prefix: "AIR-", taken: 10 });
  expect(patternOf(["SAF-F01", "SAF-F02"])).toEqual({ prefix: "SAF-F", taken: 2 });
  expect(patternOf([])).toBeNull();
  expect(slugFor("AIR", "2024-03-22")).toBe("air-2024");
  expect(slugFor("AIR", null)).toBe("air");
});
