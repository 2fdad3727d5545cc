import type { Content, TableLayout } from "pdfmake";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { type Light, lightColours } from "@/lib/domain/tasks/lights";
import { dueText } from "@/lib/formats/sentences";
import { palette } from "@/lib/formats/theme";
import { wordsIn } from "@/lib/words";
import { lineHeight, room, shapeOf, textIn } from "./print";

const words = wordsIn("zh-CN");
const { say } = words;

const padding = { x: 3, y: 3.4 };
const columns = { code: 50, light: 64, percent: 32, lead: 92, due: 76 };
const columnCount = Object.keys(columns).length + 1;
const fixed = Object.values(columns).reduce((sum, width) => sum + width, 0);
const taskWidth = room.width - fixed - columnCount * 2 * padding.x;
const size = 8.5;
const headHeight = size * lineHeight + 2 * padding.y;

/** More than fit on a sheet, whatever they are called. */
export const mostRows = Math.ceil(room.height / (size * lineHeight + 2 * padding.y));

/**
 * The tasks of a plan in a table of so many points at most: all of them where there is room, else those that stand first, at last
 * with titles cut to a line, as many as fit. `tasks` are all of the plan's `total` that are tracked or, of more than
 * `mostRows`, the first of those that are below no other. Says how high it is, and how many are left out.
 */
export function taskTable(tasks: readonly ListedTask[], total: number, space: number) {
  const all = tasks.length === total ? fill(tasks, 3, space) : null;
  const first = tasks.filter(({ parentCode }) => parentCode === null);
  const { rows, height } = all ?? fill(first, 3, space) ?? fillUp(first.map(rowOf(1)), space);
  return { content: tableOf(rows), height, leftOut: total - rows.length };
}

/** Null when they do not all fit. */
function fill(tasks: readonly ListedTask[], titleLines: number, space: number) {
  const filled = fillUp(tasks.map(rowOf(titleLines)), space);
  return filled.rows.length === tasks.length ? filled : null;
}

type Row = { cells: Content[]; height: number };

function fillUp(candidates: readonly Row[], space: number) {
  const rows: Content[][] = [];
  let height = headHeight;
  for (const row of candidates) {
    if (height + row.height > space) break;
    height += row.height;
    rows.push(row.cells);
  }
  return { rows, height };
}

const rowOf =
  (titleLines: number) =>
  (task: ListedTask): Row => {
    const { light, percent } = task.health;
    const cell = (width: number, text: string) => textIn(width, text, { size, most: 2 });
    const bold = task.parentCode === null;
    const title = textIn(taskWidth, task.title, { size, most: titleLines, bold });
    const lead = cell(columns.lead, task.lead ?? task.ownerVerbatim ?? say("formats.onePage.none"));
    const due = cell(columns.due, dueText(task.deadline, words));
    const percentText = percent === null ? say("formats.onePage.none") : `${percent}%`;
    const cells = [
      { text: task.code, fontSize: size, color: palette.muted, noWrap: true },
      title.content,
      lightCell(light),
      { text: percentText, fontSize: size },
      lead.content,
      due.content,
    ];
    return { cells, height: Math.max(title.height, lead.height, due.height) + 2 * padding.y + 0.6 };
  };

function lightCell(light: Light): Content {
  const sign = { width: 10, stack: [shapeOf(light, 10)], margin: [0, 1.5, 0, 0] };
  const color = lightColours[light].text;
  const word = { text: say(`lights.${light}`), color, bold: true, fontSize: size };
  return { columns: [sign, word], columnGap: 4 };
}

function tableOf(rows: Content[][]): Content {
  const head = (["code", "task", "light", "percent", "lead", "due"] as const).map((column) => ({
    text: say(`formats.onePage.${column}`),
    color: palette.muted,
    fontSize: size,
  }));
  const { code, light, percent, lead, due } = columns;
  const widths = [code, taskWidth, light, percent, lead, due];
  return { table: { headerRows: 1, widths, body: [head, ...rows] }, layout };
}

const layout: TableLayout = {
  hLineWidth: (index) => (index === 0 ? 0 : index === 1 ? 1 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (index) => (index === 1 ? palette.muted : palette.line),
  paddingLeft: () => padding.x,
  paddingRight: () => padding.x,
  paddingTop: () => padding.y,
  paddingBottom: () => padding.y,
};
