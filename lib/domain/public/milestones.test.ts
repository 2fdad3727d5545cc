import { expect, test } from "vitest";
import { milestoneStarts, milestonesFrom } from "./milestones";

test("twelve months from the day's own, over the end of a year and a leap February, and what comes after", () => {
  const starts = milestoneStarts("2023-11-30");
  expect(starts).toHaveLength(13);
  expect([starts[0], starts[1], starts[3], starts[12]]).toEqual([
    "2023-11-01",
    "2023-12-01",
    "2024-02-01",
    "2024-11-01",
  ]);
  const [, , , february] = milestonesFrom("2023-11-30", []);
  expect(february).toEqual({ from: "2024-02-01", to: "2024-02-29", count: 0, lights: [] });
});

test("each month has its lights, the worst first, and nothing is counted twice or left out", () => {
  const months = milestonesFrom("2024-06-12", [
    { month: "2024-06-01", light: "blue", count: 2 },
    { month: "2024-06-01", light: "red", count: 1 },
    { month: "2025-06-01", light: "green", count: 4 },
  ]);
  expect(months[0]).toEqual({
    ...{ from: "2024-06-01", to: "2024-06-30", count: 3 },
    lights: [
      { light: "red", count: 1 },
      { light: "blue", count: 2 },
    ],
  });
  expect(months.at(-1)).toMatchObject({ from: "2025-06-01", to: "", count: 4 });
  expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(7);
});
