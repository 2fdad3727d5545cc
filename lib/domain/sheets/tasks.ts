import type { Day } from "@/lib/domain/calendar/days";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { AssignmentChoice } from "@/lib/domain/tasks/assignment";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { changesOf, emptyPlan, repeated, type SheetPlan } from "./plans";
import type { Cells } from "./sheets";
import { cellOf, readNumber, type SheetRow, type SheetTable } from "./tables";
import { joinNames, type UnitBook, unitsOfRow } from "./unit-book";

/** A task as the sheet of a plan's tasks knows it, its units by name. */
export type SheetTask = {
  code: string;
  title: string;
  status: TaskStatus;
  lead: { id: string; name: string } | null;
  cooperating: { id: string; name: string }[];
  dueOn: Day | null;
  cycle: ReportingCycle;
  reportDay: number | null;
  version: number;
};
export type AssignedRow = { code: string; version: number; choice: AssignmentChoice };
export type TasksPlan = SheetPlan<object, AssignedRow>;

export function taskCells(task: SheetTask): Cells {
  return {
    ...{ code: task.code, title: task.title, lead: task.lead?.name ?? "" },
    cooperating: joinNames(task.cooperating.map(({ name }) => name)),
    ...{ dueOn: task.dueOn ?? "", cycle: task.cycle, reportDay: String(task.reportDay ?? "") },
    assigned: task.status === "unassigned" ? "no" : "yes",
  };
}

/**
 * What a sheet of a plan's tasks asks for: each row that says something new is an assignment (交办), as on the board; 已交办
 * alone takes a proposal as it stands. Whether the rules let it, `assignRows` finds out. A row that says what is so, of
 * whatever task, asks for nothing.
 */
export function planTasks(
  table: SheetTable,
  { tasks, units }: { tasks: readonly SheetTask[]; units: UnitBook },
): TasksPlan {
  const plan: TasksPlan = emptyPlan();
  const present = new Map(tasks.map((task) => [task.code, task]));
  plan.faults.push(...repeated(table, "code", ({ cells }) => cells.code ?? ""));
  for (const row of table.rows) {
    const { code = "", title } = row.cells;
    const task = present.get(code.toUpperCase());
    if (!task) {
      plan.faults.push({
        cell: cellOf(table, row, "code"),
        fault: "task_unknown",
        params: { value: code },
      });
      continue;
    }
    if (title !== undefined && title !== taskCells(task).title?.trim()) {
      const params = { code, title: task.title };
      plan.faults.push({ cell: cellOf(table, row, "title"), fault: "task_title", params });
      continue;
    }
    readTask(table, row, task, units, plan);
  }
  return plan;
}

function readTask(
  table: SheetTable,
  row: SheetRow,
  task: SheetTask,
  units: UnitBook,
  plan: TasksPlan,
) {
  const before = plan.faults.length;
  const said = row.cells;
  const present = taskCells(task);
  const same = (column: string) => said[column] === undefined || said[column] === present[column];
  // What nobody changed is not read again: a unit that has closed since may stay where it is.
  const changed = {
    ...row,
    cells: {
      ...said,
      ...(same("lead") && { lead: undefined }),
      ...(same("cooperating") && { cooperating: undefined }),
    },
  };
  const named = unitsOfRow(table, changed, units, plan.faults);
  const cycle = (said.cycle || task.cycle) as ReportingCycle;
  const reportDay = said.reportDay === undefined ? task.reportDay : readNumber(said.reportDay);
  if (said.reportDay && (reportDay === null || reportDay < 1 || reportDay > 28))
    plan.faults.push({
      cell: cellOf(table, row, "reportDay"),
      fault: "number_unreadable",
      params: { value: said.reportDay, from: 1, to: 28 },
    });
  if (reportDay !== null && cycle !== "monthly" && !(same("reportDay") && same("cycle")))
    plan.faults.push({ cell: cellOf(table, row, "reportDay"), fault: "report_day_unused" });
  if (said.assigned === "no" && task.status !== "unassigned")
    plan.faults.push({
      cell: cellOf(table, row, "assigned"),
      fault: "task_taken_back",
      params: { code: task.code },
    });
  if (plan.faults.length > before) return;
  const lead = named.lead === undefined ? task.lead : named.lead;
  const cooperating = named.cooperating ?? task.cooperating;
  const dueOn = said.dueOn === undefined ? task.dueOn : said.dueOn || null;
  const cells = {
    ...{ lead: lead?.name ?? "", cooperating: joinNames(cooperating.map(({ name }) => name)) },
    ...{ dueOn: dueOn ?? "", cycle, reportDay: String(reportDay ?? "") },
    ...(said.assigned && { assigned: said.assigned }),
  };
  const changes = changesOf(cells, present);
  if (changes.length === 0) {
    plan.unchanged += 1;
    return;
  }
  const choice = {
    ...{ leadId: lead?.id ?? null, cooperatingIds: cooperating.map(({ id }) => id) },
    ...{ dueOn, cycle, reportDay },
  };
  const { code, version } = task;
  plan.changed.push({
    row: row.number,
    name: `${code} ${task.title}`,
    changes,
    code,
    version,
    choice,
  });
}
