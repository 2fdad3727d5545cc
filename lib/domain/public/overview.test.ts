import fc from "fast-check";
import { expect, it } from "vitest";
import { lights } from "@/lib/domain/tasks/lights";
import { summarise } from "./overview.fixture";

it("counts measures by their light", () => {
  const measures = ["blue", "green", "green", "green", "yellow", "yellow", "red", "grey"] as const;
  expect(summarise([...measures, "green", "grey", "paused"])).toEqual({
    total: 11,
    done: 1,
    onTrack: 4,
    atRisk: 2,
    behind: 1,
    notStarted: 2,
    paused: 1,
  });
});

it("counts every task once", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lights)), (shown) => {
      const { total, ...parts } = summarise(shown);
      expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(total);
      expect(total).toBe(shown.length);
    }),
  );
});
