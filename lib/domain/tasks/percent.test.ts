import fc from "fast-check";
import { expect, it } from "vitest";
import { percentOf } from "./percent";

it.each([
  [0, 200, 0],
  [1, 200, 1],
  [1, 2, 50],
  [199, 200, 99],
  [995, 1000, 99],
  [200, 200, 100],
])("%i of %i are %i%%", (part, whole, percent) => {
  expect(percentOf(part, whole)).toBe(percent);
});

it("is 100 for the whole and 0 for nothing, and for nothing else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (whole, n) => {
      const part = Math.min(n, whole);
      expect(percentOf(part, whole) === 100).toBe(part === whole);
      expect(percentOf(part, whole) === 0).toBe(part === 0);
    }),
  );
});
