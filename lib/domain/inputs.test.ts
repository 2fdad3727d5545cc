import { expect, test } from "vitest";
import { codeSchema } from "./inputs";

test("a code is one of ours, sub-tasks three deep", () => {
  for (const code of ["AIR-10", "CEN-04.4", "COU-01.1.2.3", "AIR-A12"])
    expect([code, codeSchema.safeParse(code).success]).toEqual([code, true]);
  for (const code of ["air-10", "AIR", "AIR-10.", "AIR-10.1.2.3.4", "AIR-1000", "' or 1=1"])
    expect([code, codeSchema.safeParse(code).success]).toEqual([code, false]);
});
