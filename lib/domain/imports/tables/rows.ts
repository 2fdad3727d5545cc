import type { Cell } from "@/lib/domain/imports/blocks";
import type { ColumnRole } from "@/lib/domain/imports/candidates";
import type { TableLines } from "@/lib/domain/imports/structure/lines";
import { sharedContentsAsGroups, sharedTitlesAsGroups } from "./groups";
import { isIndicatorHead, roleOf } from "./headers";
import { kindNamed } from "./kind-words";
import { type Row, wordsOf } from "./row";

export type Rows = { kind: "tasks" | "indicators"; rows: Row[]; header: Header };

/** Where these are blank, they are those of the row above; what a blank owner or time means, their own rules say. */
const shared: readonly ColumnRole[] = ["group", "kind", "title"];

/** A row with one filled cell names a group: in a column that holds no task, or by its number (一、). */
function isGroup(text: string, cell: Cell, { columns }: Header): boolean {
  const role = columns.get(cell.column);
  const isTask = role === "title" || role === "content";
  return (
    !isTask ||
    /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/u.test(wordsOf(text, cell))
  );
}

/** “一 | 教育提升” and nothing else: the heading of the rows below, that are counted 1, 2, 3. */
function groupNumbered(text: string, filled: readonly Cell[], columns: Columns): Cell | null {
  const [number, name] = filled;
  if (filled.length !== 2 || !number || !name || columns.get(number.column) !== "number")
    return null;
  return /^[一二三四五六七八九十]+、?$/u.test(wordsOf(text, number)) ? name : null;
}

type Columns = Map<number, ColumnRole>;

/** The rows below the header of a table that lists tasks or indicators; null of any other. */
export function rowsOf(text: string, table: TableLines, before: Header | null = null): Rows | null {
  const header = headerOf(text, table) ?? goesOn(table, before);
  if (header === null) return null;
  const columns = withKinds(text, table, header);
  const above = new Map<number, Cell>();
  const rows: Row[] = [];
  let group: Cell | null = null;
  for (const cells of table.rows.slice(header.height)) {
    const filled = cells.filter((cell) => wordsOf(text, cell) !== "");
    const places = new Set(filled.map(({ start }) => start));
    const [only] = filled;
    if (only === undefined) continue;
    if (places.size === 1 && !only.isMerged && isGroup(text, only, header)) {
      group = only;
      above.clear();
      continue;
    }
    const named = groupNumbered(text, filled, columns);
    if (named) {
      group = named;
      above.clear();
      continue;
    }
    if (
      isHeaderAgain(text, cells, header.heads) ||
      /^(?:合计|总计|小计)$/u.test(wordsOf(text, only))
    )
      continue;
    const others = cells.filter(({ column }) => !columns.has(column));
    const row: Row = { cells: {}, group, others };
    for (const [column, role] of columns) {
      const own = cells.find((cell) => cell.column === column);
      const isBlank = own === undefined || wordsOf(text, own) === "";
      const before = above.get(column);
      const merged = before && { ...before, row: only.row, isMerged: true };
      const cell = isBlank ? (shared.includes(role) ? merged : own) : own;
      if (cell === undefined) continue;
      if (!isBlank) above.set(column, own);
      row.cells[role] = [...(row.cells[role] ?? []), cell];
    }
    rows.push(row);
  }
  return {
    kind: header.isIndicators ? "indicators" : "tasks",
    rows: sharedTitlesAsGroups(text, sharedContentsAsGroups(text, rows)),
    header,
  };
}

/** A column of 类别 that names anything but kinds of tasks names groups of them. */
function withKinds(text: string, { rows }: TableLines, { height, columns }: Header): Columns {
  const below = rows.slice(height).flat();
  const namesKinds = (column: number) =>
    below
      .filter((cell) => cell.column === column && wordsOf(text, cell) !== "")
      .every((cell) => kindNamed(wordsOf(text, cell)) !== null);
  return new Map(
    [...columns].map(([column, role]) => [
      column,
      role === "kind" && !namesKinds(column) ? "group" : role,
    ]),
  );
}

/** A table without a head that is as wide as the one before goes on with it. */
function goesOn({ rows }: TableLines, before: Header | null): Header | null {
  const width = Math.max(...rows.map((cells) => cells.length));
  return before !== null && width === before.heads.length ? { ...before, height: 0 } : null;
}

export type Header = { height: number; columns: Columns; heads: string[]; isIndicators: boolean };

/** The first of the first rows whose cells are heads; a second row of heads below merged ones names them more closely. */
function headerOf(text: string, table: TableLines): Header | null {
  if (table.said) return saidHeader(text, table, table.said);
  for (const [i, cells] of table.rows.slice(0, 4).entries()) {
    const heads = cells.map((cell) => wordsOf(text, cell));
    if (isIndicatorHead(heads)) {
      const columns: Columns = new Map(
        cells.map(({ column }, k) => [column, indicatorRole(heads[k] ?? "", k)]),
      );
      return { height: i + 1, columns, heads, isIndicators: true };
    }
    const columns = rolesOf(text, cells);
    const roles = new Set(columns.values());
    if (roles.size < 2 || heads.some((head) => head.length > 24 || /[。；]/u.test(head))) continue;
    const next = table.rows[i + 1];
    const closer = next === undefined ? new Map() : rolesOf(text, next);
    const isDouble =
      closer.size >= 2 &&
      (next ?? []).every((cell) => wordsOf(text, cell).length <= 12) &&
      !closer.has(-1) &&
      (next ?? []).some((cell) => cell.isMerged || wordsOf(text, cell) === "");
    if (isDouble) for (const [column, role] of closer) columns.set(column, role);
    nameOwners(text, cells, columns);
    nameTask(text, cells, columns);
    const all = new Set(columns.values());
    const hasTask = all.has("title") || all.has("content") || all.has("quote");
    if (heads.some((head) => /分值|评分|得分|扣分|计分/u.test(head))) return null;
    const says = [...heads, ...(isDouble ? (next ?? []).map((cell) => wordsOf(text, cell)) : [])];
    if (!hasTask || !(says.some((head) => answers.test(head)) || isPlain(all))) continue;
    return {
      height: i + (isDouble ? 2 : 1),
      columns,
      heads,
      isIndicators: false,
    };
  }
  return null;
}

/** 落实单位 with no other column of owners beside it: it holds all of them. */
function nameOwners(text: string, cells: readonly Cell[], columns: Columns): void {
  const roles = [...columns.values()];
  if (roles.includes("lead") || roles.includes("owners")) return;
  const cell = cells.find((each) => /^落实(?:单位|部门|主体)$/u.test(wordsOf(text, each)));
  if (cell) columns.set(cell.column, "owners");
}

/**
 * Beside owners and no task, the first column that has a head of its own, else that of groups, holds what they are to do;
 * of two columns of contents (重点工作, 具体任务) the left one.
 */
function nameTask(text: string, cells: readonly Cell[], columns: Columns): void {
  const roles = [...columns.values()];
  const isAnswered = roles.includes("lead") || roles.includes("owners");
  if (!isAnswered || roles.includes("title")) return;
  const contents = cells.filter(({ column }) => columns.get(column) === "content");
  if (contents.length > 1 && contents[0]) columns.set(contents[0].column, "title");
  if (contents.length > 0) return;
  const cell =
    cells.find((each) => !columns.has(each.column) && wordsOf(text, each) !== "") ??
    cells.find((each) => columns.get(each.column) === "group");
  if (cell) columns.set(cell.column, "title");
}

/** The header that a person put right: the first row in which two cells differ. */
function saidHeader(
  text: string,
  { rows }: TableLines,
  said: readonly (ColumnRole | null)[],
): Header | null {
  const at = rows.findIndex(
    (cells) => new Set(cells.map((cell) => wordsOf(text, cell)).filter(Boolean)).size > 1,
  );
  const cells = rows[at];
  if (!cells) return null;
  const columns: Columns = new Map(
    cells.flatMap(({ column }, i) => {
      const role = said[i];
      return role ? [[column, role] as const] : [];
    }),
  );
  const heads = cells.map((cell) => wordsOf(text, cell));
  return { height: at + 1, columns, heads, isIndicators: false };
}

/** What only a table of tasks asks: who answers for it, by when. A unit that applied or was chosen answers for nothing. */
const answers =
  /责任|牵头|指导(?:单位|部门)|负责|承办|主办|分工|配合|落实(?:单位|部门|主体)|时限|期限|完成时间|时间节点|时间进度|进度安排|整改/u;

/** Number, task and content say enough. */
function isPlain(roles: ReadonlySet<ColumnRole>): boolean {
  return roles.has("number") && roles.has("title") && roles.has("content");
}

function rolesOf(text: string, cells: readonly Cell[]): Columns {
  const columns: Columns = new Map();
  for (const cell of cells) {
    const role = roleOf(wordsOf(text, cell));
    if (role !== null) columns.set(cell.column, role);
  }
  return columns;
}

function indicatorRole(head: string, index: number): ColumnRole {
  if (/^序号$|^编号$/u.test(head)) return "number";
  if (/类别|类型|领域|属性|一级/u.test(head)) return /属性/u.test(head) ? "note" : "group";
  if (/指标/u.test(head)) return "title";
  if (/单位|部门/u.test(head) && index > 2) return "owners";
  return /目标|年|值/u.test(head) ? "content" : "note";
}

function isHeaderAgain(text: string, cells: readonly Cell[], heads: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell, i) => wordsOf(text, cell) === heads[i]);
}
