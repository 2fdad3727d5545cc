import type { Day } from "@/lib/domain/calendar/days";
import { deepest } from "@/lib/domain/registrations/codes";
import { draftTaskRefusal, parentDueOf, placedTask } from "@/lib/domain/registrations/content";
import { type DraftTask, draftLimits, draftTaskSchema } from "@/lib/domain/registrations/drafts";
import { changesOf, emptyPlan, fieldFaults, type SheetPlan } from "./plans";
import type { Cells } from "./sheets";
import { cellOf, readNumber, refusedCell, type SheetRow, type SheetTable } from "./tables";
import { joinNames, type UnitBook, unitsOfRow } from "./unit-book";

/** A draft as its sheet is compared with: the text that its tasks quote, and whether that is a decision's own words. */
export type SheetDraft = { tasks: readonly DraftTask[]; text: string; isDecision: boolean };
type Present = SheetDraft & { units: UnitBook; nameOf: (id: string) => string };
export type DraftPlanned = SheetPlan & { tasks: DraftTask[] };

export function draftCells(task: DraftTask, nameOf: (id: string) => string): Cells {
  const { kind, title, quote, reference, ownerVerbatim, deadlineVerbatim, deadlineKind, cycle } =
    task;
  return {
    ...{
      depth: String(task.depth + 1),
      taskKind: kind,
      title,
      titleEn: task.titleEn ?? "",
      quote: quote.trim(),
      reference,
      ownerVerbatim,
    },
    lead: task.leadId ? nameOf(task.leadId) : "",
    cooperating: joinNames(task.cooperatingIds.map(nameOf)),
    ...{ deadlineVerbatim, deadlineKind, windowStart: task.windowStart ?? "" },
    ...{ dueOn: task.dueOn ?? "", cycle },
  };
}

/**
 * What a sheet of a draft's tasks would make of it: its rows, in their order, are the draft's tasks from then on. A row that
 * says the title and quote of a task is that task. Each stands by the rules that `editTasks` asks. `uidOf` names a new one.
 */
export function planDraft(
  table: SheetTable,
  present: Present,
  uidOf: (row: SheetRow) => string,
): DraftPlanned {
  const plan: DraftPlanned = { ...emptyPlan(), tasks: [] };
  if (table.rows.length > draftLimits.tasks) {
    const row = table.rows[draftLimits.tasks];
    const refusal = { code: "tasks_too_many", params: { max: draftLimits.tasks } } as const;
    if (row) plan.faults.push(refusedCell(table, row, refusal, "title"));
    return plan;
  }
  const left = [...present.tasks];
  const rows: { row: SheetRow; task: DraftTask; former: DraftTask | undefined }[] = [];
  for (const row of table.rows) {
    const { title = "", quote = "" } = row.cells;
    const at = left.findIndex((each) => each.title === title && each.quote.trim() === quote);
    const [former] = at < 0 ? [] : left.splice(at, 1);
    const depth = rows.at(-1)?.task.depth ?? -1;
    const task = readDraft(table, row, { former, above: depth, units: present.units }, uidOf, plan);
    if (task) rows.push({ row, task, former });
  }
  if (plan.faults.length > 0) return plan;
  plan.tasks = rows.map(({ task }) => task);
  for (const [i, { row, task, former }] of rows.entries()) {
    const checked = checkedTask(table, row, plan.tasks, i, present);
    if ("cell" in checked) {
      plan.faults.push(checked);
      continue;
    }
    plan.tasks[i] = checked;
    const line = { row: row.number, name: task.title };
    if (!former) plan.made.push({ ...line, changes: [] });
    else {
      const changes = changesOf(
        draftCells(checked, present.nameOf),
        draftCells(former, present.nameOf),
      );
      if (changes.length > 0) plan.changed.push({ ...line, changes });
      else plan.unchanged += 1;
    }
  }
  plan.removed = left.map(({ title }) => title);
  return plan;
}

type Read = { former: DraftTask | undefined; above: number; units: UnitBook };

function readDraft(
  table: SheetTable,
  row: SheetRow,
  { former, above, units }: Read,
  uidOf: (row: SheetRow) => string,
  plan: DraftPlanned,
): DraftTask | null {
  const { faults } = plan;
  const before = faults.length;
  const said = row.cells;
  for (const column of ["depth", "taskKind", "deadlineKind", "cycle"])
    if (!said[column]) faults.push({ cell: cellOf(table, row, column), fault: "cell_required" });
  const depth = readNumber(said.depth ?? "");
  if (said.depth && (depth === null || depth < 1 || depth > Math.min(deepest, above + 1) + 1))
    faults.push({
      cell: cellOf(table, row, "depth"),
      fault: "depth_wrong",
      params: { most: Math.min(deepest, above + 1) + 1 },
    });
  const named = unitsOfRow(table, row, units, faults);
  if (faults.length > before) return null;
  const read = draftTaskSchema.safeParse({
    ...{ uid: former?.uid ?? uidOf(row), depth: (depth ?? 1) - 1, kind: said.taskKind },
    titleEn: said.titleEn ?? former?.titleEn ?? "",
    ...{ title: said.title ?? "", quote: said.quote ?? "", at: former?.at ?? null },
    ...{ reference: said.reference ?? "", ownerVerbatim: said.ownerVerbatim ?? "" },
    leadId: named.lead?.id ?? null,
    cooperatingIds: named.cooperating?.map(({ id }) => id) ?? [],
    ...{ deadlineVerbatim: said.deadlineVerbatim ?? "", deadlineKind: said.deadlineKind },
    ...{ windowStart: said.windowStart || null, dueOn: said.dueOn || null, cycle: said.cycle },
  });
  if (read.success) return { ...read.data, ...(former?.byHand && { byHand: former.byHand }) };
  faults.push(...fieldFaults(table, row, read.error, { kind: "taskKind" }));
  return null;
}

function checkedTask(
  table: SheetTable,
  row: SheetRow,
  tasks: readonly DraftTask[],
  i: number,
  present: Present,
) {
  const { text, isDecision, units } = present;
  const task = tasks[i] as DraftTask;
  const placed = placedTask(task, text, isDecision);
  if ("code" in placed) return refusedCell(table, row, placed, "quote");
  const collectiveIds = [...units.collectives()];
  const parentDueOn: Day | null = parentDueOf(tasks, i);
  const refusal = draftTaskRefusal(placed, text, { parentDueOn, collectiveIds });
  if (refusal) return refusedCell(table, row, refusal, "title");
  const { place: _, ...checked } = placed;
  return checked;
}
