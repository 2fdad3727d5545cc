import { expect, test } from "vitest";
import type { PublicChange } from "./public-changes";
import { daysPastPromise, slippageOf } from "./slippage";

const about = { code: "AIR-01", title: "优化产业结构", plan: "air", isDemo: false };
const moved = (day: string, from: string, to: string, days: number): PublicChange => ({
  ...about,
  at: `${day}T01:00:00Z`,
  day,
  type: "due_moved",
  ...{ from, to, days, cause: "extension", reason: null, unit: "省生态环境厅" },
});

test.each([
  ["not done", null, "2024-06-30", 0],
  ["done early", "2024-06-01", "2024-06-30", 0],
  ["done on the day", "2024-06-30", "2024-06-30", 0],
  ["done after it", "2024-07-10", "2024-06-30", 10],
  ["without a first date", "2024-07-10", null, 0],
])("a promise %s: %s against %s is %d days past it", (_, completedOn, baselineDueOn, days) => {
  expect(daysPastPromise({ completedOn, baselineDueOn })).toBe(days);
});

test("the slippage has every move, oldest first, and the slip from the first day to the last", () => {
  const changes = [
    moved("2024-06-01", "2024-07-15", "2024-07-31", 16),
    { ...about, at: "2024-05-02T01:00:00Z", day: "2024-05-02", type: "completed" } as const,
    moved("2024-05-01", "2024-06-30", "2024-07-15", 15),
  ];
  const slippage = slippageOf({ baselineDueOn: "2024-06-30", dueOn: "2024-07-31" }, changes);
  expect(slippage.slipDays).toBe(31);
  expect(slippage.moves.map(({ to }) => to)).toEqual(["2024-07-15", "2024-07-31"]);
});
