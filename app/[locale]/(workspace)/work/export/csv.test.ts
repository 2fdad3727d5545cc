import { expect, test } from "vitest";
import { workTask } from "@/lib/domain/tasks/work-task.fixture";
import { ledgerCsv } from "./csv";

test("one line a task under Chinese headings, with a byte order mark for Excel and WPS", () => {
  const owed = { start: "2024-01-01", end: "2024-03-31" };
  const late = { light: "red", reason: "overdue", daysLate: 12, owed } as const;
  const csv = ledgerCsv([workTask({ dueOn: "2024-05-31", health: late }), workTask()]);
  expect(csv.startsWith("\ufeff编号,任务,")).toBe(true);
  const [heading, first] = csv.slice(1).split("\n");
  const cell = (name: string) => first?.split(",")[heading?.split(",").indexOf(name) ?? -1];
  expect(cell("预警")).toBe("严重滞后");
  expect(cell("逾期天数")).toBe("12");
  expect(cell("应报未报期间")).toBe("2024-01-01至2024-03-31");
  expect(csv.trim().split("\n")).toHaveLength(3);
});

test("what a spreadsheet would take for a formula is made harmless, a comma and a quote are kept", () => {
  const csv = ledgerCsv([workTask({ title: '=cmd|"/c calc"!A1', quote: "一,\n二" })]);
  expect(csv).toContain(`"'=cmd|""/c calc""!A1"`);
  expect(csv).toContain('"一,\n二"');
});
