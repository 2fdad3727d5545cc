import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { readDocument } from "./blocks";
import { taskDeadline } from "./deadlines/task-deadline";
import { unitsOf } from "./drafted";
import { planTableHeads, planTableRows, type TableTask } from "./plan-table";
import { proposalsOf } from "./proposals";

const task = (code: string, over: Partial<TableTask> = {}): TableTask => ({
  ...{ code, parentCode: null, kind: "measure", title: `任务${code}`, quote: `办好${code}。` },
  ...{ lead: "市水务局", cooperating: [], deadlineKind: "date", deadlineVerbatim: null },
  ...{ windowStart: null, dueOn: "2024-06-30", ...over },
});

/** The tasks that a plan's table gives when it is read. */
function readAgain(tasks: readonly TableTask[]) {
  const rows = [[...planTableHeads], ...planTableRows(tasks)];
  const document = readDocument([
    { kind: "paragraph", text: "试验方案任务分工表" },
    {
      kind: "table",
      rows: rows.map((row) => row.map((text, column) => ({ text, column }))),
    },
  ]);
  const words = (place: { start: number; end: number }) =>
    document.text.slice(place.start, place.end);
  const { candidates } = proposalsOf(document, calendar);
  return candidates.map(({ path, kind, parent, title, quotes, owners, deadlines }) => {
    const named = owners.map(({ role, name }) => ({ role, unitId: words(name), isByHand: false }));
    return {
      ...{ path, kind, parent, title: words(title), quotes: quotes.map(words) },
      ...{ ...unitsOf({ owners: named, edited: null }), due: taskDeadline({ kind, deadlines }) },
    };
  });
}

test("parts stand behind what they are parts of, by its number, and come back as its parts", () => {
  const read = readAgain([
    task("A-01"),
    task("A-02", { kind: "goal" }),
    task("A-01.1", { parentCode: "A-01", kind: "subtask" }),
    task("A-01.1.1", { parentCode: "A-01.1", kind: "subtask" }),
    task("A-01.2", { parentCode: "A-01", kind: "requirement" }),
    task("B-01", { parentCode: "gone" }),
  ]);
  expect(read.map(({ path, kind, parent, title }) => [path, kind, parent, title])).toEqual([
    ["表/1", "measure", null, "任务A-01"],
    ["表/1/1", "submeasure", 0, "任务A-01.1"],
    ["表/1/1/1", "submeasure", 1, "任务A-01.1.1"],
    ["表/1/2", "requirement", 0, "任务A-01.2"],
    ["表/2", "goal", null, "任务A-02"],
    ["表/3", "measure", null, "任务B-01"],
  ]);
});

test("the title is whole and the quote alone, whatever they say of owners and times", () => {
  const quote = "一是建设水厂，2023年底前完工。（市财政局负责）";
  const [read] = readAgain([task("A-01", { title: "建设水厂，含管网", quote })]);
  expect(read).toMatchObject({
    ...{ title: "建设水厂，含管网", quotes: [quote], leadId: "市水务局" },
    due: { dueOn: "2024-06-30" },
  });
});

test.each<[string, Partial<TableTask>, object]>([
  ["a day", {}, { kind: "date", windowStart: null, dueOn: "2024-06-30" }],
  ["a window", { windowStart: "2024-04-05" }, { windowStart: "2024-04-05", dueOn: "2024-06-30" }],
  [
    "ten days",
    { deadlineKind: "ten_day", windowStart: "2024-06-01", dueOn: "2024-06-10" },
    { kind: "ten_day", windowStart: "2024-06-01", dueOn: "2024-06-10" },
  ],
  [
    "a year",
    { deadlineKind: "year", windowStart: "2024-01-01", dueOn: "2024-12-31" },
    { kind: "year", windowStart: "2024-01-01", dueOn: "2024-12-31" },
  ],
  [
    "the end of a year",
    { deadlineKind: "year", dueOn: "2024-12-31" },
    { kind: "year", windowStart: null, dueOn: "2024-12-31" },
  ],
  ["what goes on", { deadlineKind: "ongoing", dueOn: null }, { kind: "ongoing", dueOn: null }],
  [
    "words without a day",
    { deadlineKind: "unresolved", dueOn: null, deadlineVerbatim: "汛期来临前" },
    { kind: "unresolved", dueOn: null },
  ],
  ["nothing", { deadlineKind: "unresolved", dueOn: null }, { kind: "unresolved", dueOn: null }],
])("%s comes back as it was", (_, over, expected) => {
  const [, read] = readAgain([task("A-01", { dueOn: "2025-01-31" }), task("A-02", over)]);
  expect(read?.due).toMatchObject(expected);
});

test("where nobody leads or cooperates, it is not whoever is above", () => {
  const read = readAgain([
    task("A-01", { cooperating: ["市财政局", "各区人民政府"] }),
    task("A-01.1", { parentCode: "A-01", lead: null }),
    task("A-02", { lead: null, cooperating: ["市交通局"] }),
  ]);
  expect(read.map(({ leadId, cooperatingIds }) => [leadId, cooperatingIds])).toEqual([
    ["市水务局", ["市财政局", "各区人民政府"]],
    [null, []],
    [null, ["市交通局"]],
  ]);
});
