import type { Content, TableLayout } from "pdfmake";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { type Light, lightColours } from "@/lib/domain/tasks/lights";
import { dueText } from "@/lib/formats/sentences";
import { palette } from "@/lib/formats/theme";
import type { Words } from "@/lib/words";
import { nameIn } from "@/messages/locales";
import { lineHeight, room, shapeOf, textIn } from "./print";

const padding = { x: 3, y: 3.4 };
/** The words of a light are longer in English than in Chinese. */
const columnsIn = {
  "zh-CN": { code: 50, light: 64, percent: 32, lead: 92, due: 76 },
  en: { code: 50, light: 74, percent: 38, lead: 118, due: 70 },
};
/** Titles are cut to so many lines while that leaves none out: in English a line says little. */
const shortTitle = { "zh-CN": 1, en: 2 };
const taskWidthOf = (columns: Record<string, number>) =>
  room.width -
  Object.values(columns).reduce((sum, width) => sum + width, 0) -
  (Object.keys(columns).length + 1) * 2 * padding.x;
const size = 8.5;
const headHeight = size * lineHeight + 2 * padding.y;

/** More than fit on a sheet, whatever they are called. */
export const mostRows = Math.ceil(room.height / (size * lineHeight + 2 * padding.y));

/**
 * The tasks of a plan in a table of so many points at most: all of them where there is room, else those that stand first, with
 * titles cut to few lines, or to those that the rest of the row has, and at last a line each, as many as fit. `tasks` are all of
 * the plan's `total` that are tracked or, of more than `mostRows`, the first of those that are below no other. Says how high it
 * is, and how many are left out.
 */
export function taskTable(
  tasks: readonly ListedTask[],
  total: number,
  space: number,
  words: Words,
) {
  const whole = { title: 3, rest: 2 };
  const cut = { title: shortTitle[words.locale], rest: 2 };
  const first = tasks.filter(({ parentCode }) => parentCode === null);
  const { rows, height } =
    (tasks.length === total ? fill(tasks, whole, space, words) : null) ??
    fill(first, whole, space, words) ??
    fill(first, cut, space, words) ??
    fillUp(first.map(rowOf({ title: 1, rest: 1 }, words)), space);
  return { content: tableOf(rows, words), height, leftOut: total - rows.length };
}

/** How many lines a title has at most, and the rest of its row. */
type Lines = { title: number; rest: number };

/** Null when they do not all fit. */
function fill(tasks: readonly ListedTask[], lines: Lines, space: number, words: Words) {
  const filled = fillUp(tasks.map(rowOf(lines, words)), space);
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
  (lines: Lines, words: Words) =>
  (task: ListedTask): Row => {
    const { say, locale } = words;
    const columns = columnsIn[locale];
    const { light, percent } = task.health;
    const cell = (width: number, text: string) => textIn(width, text, { size, most: lines.rest });
    const bold = task.parentCode === null;
    const unit = task.lead ? nameIn(locale, task.lead, task.leadEn) : task.ownerVerbatim;
    const lead = cell(columns.lead, unit ?? say("formats.onePage.none"));
    const due = cell(columns.due, dueText(task.deadline, { say, day: words.shortDay }));
    const rest = Math.max(lead.height, due.height);
    const title = textIn(taskWidthOf(columns), nameIn(locale, task.title, task.titleEn), {
      size,
      most: Math.max(lines.title, Math.round(rest / (size * lineHeight))),
      bold,
    });
    const percentText = percent === null ? say("formats.onePage.none") : `${percent}%`;
    const cells = [
      { text: task.code, fontSize: size, color: palette.muted, noWrap: true },
      title.content,
      lightCell(light, say),
      { text: percentText, fontSize: size },
      lead.content,
      due.content,
    ];
    return { cells, height: Math.max(title.height, rest) + 2 * padding.y + 0.6 };
  };

function lightCell(light: Light, say: Words["say"]): Content {
  const sign = { width: 10, stack: [shapeOf(light, 10)], margin: [0, 1.5, 0, 0] };
  const color = lightColours[light].text;
  const word = { text: say(`lights.${light}`), color, bold: true, fontSize: size };
  return { columns: [sign, word], columnGap: 4 };
}

function tableOf(rows: Content[][], { say, locale }: Words): Content {
  const head = (["code", "task", "light", "percent", "lead", "due"] as const).map((column) => ({
    text: say(`formats.onePage.${column}`),
    color: palette.muted,
    fontSize: size,
  }));
  const columns = columnsIn[locale];
  const { code, light, percent, lead, due } = columns;
  const widths = [code, taskWidthOf(columns), light, percent, lead, due];
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
