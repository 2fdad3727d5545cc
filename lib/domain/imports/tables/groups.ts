import type { Cell } from "@/lib/domain/imports/blocks";
import { type Row, wordsOf } from "./row";

/** A column left of the tasks of which two rows share a cell names groups of them (具体举措 beside 工作任务). */
export function sharedContentsAsGroups(text: string, rows: Row[]): Row[] {
  const isLeft = ({ cells: { title, content } }: Row) =>
    title?.length === 1 &&
    content?.length === 1 &&
    (content[0]?.column ?? 0) < (title[0]?.column ?? 0);
  const isShared = ({ cells: { content = [] } }: Row) =>
    content.some((cell) => cell.isMerged || wordsOf(text, cell) === "");
  if (!rows.every(isLeft) || !rows.some(isShared)) return rows;
  let above: Cell[] = [];
  return rows.map((row) => {
    const { content = [], ...cells } = row.cells;
    if (!isShared(row)) above = content;
    return { ...row, cells: { ...cells, group: [...(cells.group ?? []), ...above] } };
  });
}

const heads = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/u;

/** A title that several rows share names a group of them: what differs is the item. Beside those one that is numbered does (五、…). */
export function sharedTitlesAsGroups(text: string, rows: Row[]): Row[] {
  const times = new Map<number, number>();
  for (const { cells } of rows) {
    const start = cells.title?.[0]?.start;
    if (start !== undefined) times.set(start, (times.get(start) ?? 0) + 1);
  }
  return rows.map((row) => {
    const [title] = row.cells.title ?? [];
    const isShared = (times.get(title?.start ?? -1) ?? 0) > 1;
    const isNumbered =
      title && [...times.values()].some((n) => n > 1) && heads.test(wordsOf(text, title));
    if (title === undefined || row.cells.content === undefined || !(isShared || isNumbered))
      return row;
    const { title: shared = [], ...cells } = row.cells;
    return { ...row, cells: { ...cells, group: [...(cells.group ?? []), ...shared] } };
  });
}
