import { expect, test } from "vitest";
import type { AsOf } from "@/lib/public/as-of";
import { placesIn } from "./lists";

const today = { isPast: false, asOf: "2024-06-12" } as AsOf;
const past = { isPast: true, asOf: "2024-05-20" } as AsOf;

test("a list of a task's page is turned by itself: the others and the day stay", () => {
  const at = placesIn("/tasks/AIR-01", past, { asof: "2024-05-20", reports: "2", x: "1" });
  expect(at("parts")(3)).toBe("/tasks/AIR-01?asof=2024-05-20&parts=3&reports=2#parts");
  expect(at("reports")(1)).toBe("/tasks/AIR-01?asof=2024-05-20#reports");
  expect(placesIn("/tasks/AIR-01", today, {})("steps")(1)).toBe("/tasks/AIR-01#steps");
});
