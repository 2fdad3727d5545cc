import type { Content, TableLayout } from "pdfmake";
import { lightColours } from "@/lib/domain/light-drawing";
import type { ListedTask } from "@/lib/public-tasks";
import { palette } from "./palette";
import { lineHeight, room, shapeOf, textIn } from "./print";
import { dueText } from "./task-words";
import { wordsIn } from "./words";

const words = wordsIn("zh-CN");
const { say } = words;

const padding = { x: 4, y: 3.4 };
const columns = { code: 54, light: 74, percent: 38, lead: 104, due: 92 };
const columnCount = Object.keys(columns).length + 1;
const fixed = Object.values(columns).reduce((sum, width) => sum + width, 0);
const taskWidth = room.width - fixed - columnCount * 2 * padding.x;
const size = 8.5;
const headHeight = size * lineHeight + 2 * padding.y;

/**
 * The tasks in a table of so many points at most: all of them where there is room, else those that stand first, else as
 * many of these as fit. Says how many are left out.
 */
export function taskTable(tasks: readonly ListedTask[], space: number) {
  const tracked = tasks.filter(({ isTracked }) => isTracked);
  const first = tracked.filter(({ parentCode }) => parentCode === null);
  const all = fit(tracked, space);
  const { rows, height } = all.rows.length === tracked.length ? all : fit(first, space);
  return { content: tableOf(rows), height, leftOut: tracked.length - rows.length };
}

function fit(tasks: readonly ListedTask[], space: number) {
  const rows: Content[][] = [];
  let height = headHeight;
  for (const task of tasks) {
    const row = rowOf(task);
    if (height + row.height > space) break;
    rows.push(row.cells);
    height += row.height;
  }
  return { rows, height };
}

function rowOf(task: ListedTask): { cells: Content[]; height: number } {
  const { light, percent } = task.standing;
  const cell = (width: number, text: string, most = 2) => textIn(width, text, { size, most });
  const isPart = task.parentCode !== null;
  const title = textIn(taskWidth, task.title, { size, most: 2, bold: !isPart });
  const lead = cell(columns.lead, task.lead ?? task.ownerVerbatim ?? say("formats.onePage.none"));
  const due = cell(columns.due, dueText(task.deadline, words));
  const word = {
    text: say(`lights.${light}`),
    color: lightColours[light].text,
    bold: true,
    fontSize: size,
  };
  const cells = [
    { text: task.code, fontSize: size, color: palette.muted, noWrap: true },
    title.content,
    { columns: [{ ...Object(shapeOf(light, 10)), margin: [0, 1.5, 0, 0] }, word], columnGap: 4 },
    percent === null ? say("formats.onePage.none") : `${percent}%`,
    lead.content,
    due.content,
  ];
  return { cells, height: Math.max(title.height, lead.height, due.height) + 2 * padding.y + 0.6 };
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
