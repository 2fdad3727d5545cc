import { expect, test } from "vitest";
import { daySchema } from "./calendar/days";
import { codeSchema, slugSchema, versionSchema } from "./inputs";

test("a code is one of ours, sub-tasks three deep", () => {
  for (const code of ["AIR-10", "CEN-04.4", "COU-01.1.2.3", "AIR-A12"])
    expect([code, codeSchema.safeParse(code).success]).toEqual([code, true]);
  for (const code of ["air-10", "AIR", "AIR-10.", "AIR-10.1.2.3.4", "AIR-1000", "' or 1=1"])
    expect([code, codeSchema.safeParse(code).success]).toEqual([code, false]);
});

test("nothing is taken that PostgreSQL cannot hold", () => {
  const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
    schema.safeParse(value).success;
  for (const version of [2 ** 31, 1e9 * 4, 1e15, -1, 1.5, Number.NaN])
    expect([version, takes(versionSchema, version)]).toEqual([version, false]);
  expect(takes(versionSchema, 2 ** 31 - 1)).toBe(true);
  for (const slug of ["a\0b", "\ud800", "", "x".repeat(61)])
    expect([slug, takes(slugSchema, slug)]).toEqual([slug, false]);
  for (const day of ["0000-01-01", "9999-12-31", "+10000-01-01"])
    expect([day, takes(daySchema, day)]).toEqual([day, false]);
  for (const day of ["0001-01-01", "2024-02-29"])
    expect([day, takes(daySchema, day)]).toEqual([day, true]);
});
