import { type Day, yearEnd } from "@/lib/domain/calendar/days";
import type { DeadlineKind } from "@/lib/domain/calendar/deadlines";
import type { TaskKind } from "@/lib/domain/tasks/tasks";

/** A task of a plan as its table says it. */
export type TableTask = {
  code: string;
  parentCode: string | null;
  kind: TaskKind;
  title: string;
  quote: string;
  /** Names of units; null where nobody leads. */
  lead: string | null;
  cooperating: readonly string[];
  deadlineKind: DeadlineKind;
  deadlineVerbatim: string | null;
  windowStart: Day | null;
  dueOn: Day | null;
};

/** The columns of a plan's table (分工表), by heads that reading it again knows (tables/headers.ts). */
export const planTableHeads = [
  "序号",
  "类别",
  "任务名称",
  "原文条款",
  "牵头单位",
  "配合单位",
  "完成时限",
] as const;

/** What the table calls each kind of task; reading it again knows them (tables/kind-words.ts). */
const kindWords: Record<TaskKind, string> = {
  goal: "工作目标",
  measure: "措施",
  subtask: "分项任务",
  requirement: "工作要求",
  principle: "原则要求",
};

/** In the place of what there is none of: an empty cell would be as the one above it. */
export const nothing = "—";

/** A plan's tasks as the rows of its table, each behind what it is a part of, numbered by that: 1, 1.1, 1.2, 2. */
export function planTableRows(tasks: readonly TableTask[]): string[][] {
  const there = new Set(tasks.map(({ code }) => code));
  const parts = new Map<string | null, TableTask[]>();
  for (const task of tasks) {
    const above = task.parentCode !== null && there.has(task.parentCode) ? task.parentCode : null;
    parts.set(above, [...(parts.get(above) ?? []), task]);
  }
  const listed = (above: string | null, before: string): string[][] =>
    (parts.get(above) ?? []).flatMap((task, i) => {
      const number = `${before}${i + 1}`;
      return [rowOf(task, number), ...listed(task.code, `${number}.`)];
    });
  return listed(null, "");
}

function rowOf(task: TableTask, number: string): string[] {
  const cells = [
    ...[number, kindWords[task.kind], task.title, task.quote, task.lead ?? ""],
    ...[task.cooperating.join("、"), deadlineWords(task)],
  ];
  return cells.map((words) => words || nothing);
}

/** A deadline in words that are read as the same days again: its window, its day, 长期坚持, or what the document says. */
function deadlineWords(task: TableTask): string {
  const { deadlineKind: kind, windowStart: start, dueOn: end } = task;
  if (end === null) return kind === "ongoing" ? "长期坚持" : (task.deadlineVerbatim ?? "");
  if (kind === "year" && end === yearEnd(end))
    return `${end.slice(0, 4)}年${start === `${end.slice(0, 4)}-01-01` ? "全年" : "内"}`;
  const tenDays = kind === "ten_day" ? tenDaysOf(start, end) : null;
  if (tenDays !== null) return tenDays;
  return start !== null && start < end
    ? `${dayWords(start)}至${dayWords(end)}`
    : `${dayWords(end)}前`;
}

function dayWords(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** 2024年6月上旬, for a window that is just these ten days. */
function tenDaysOf(start: Day | null, end: Day): string | null {
  const [year, month, date = 0] = end.split("-").map(Number);
  const name = { 10: "上旬", 20: "中旬" }[date] ?? (date > 27 ? "下旬" : null);
  const first = { 10: "01", 20: "11" }[date] ?? "21";
  return name !== null && start === `${end.slice(0, 8)}${first}`
    ? `${year}年${month}月${name}`
    : null;
}
