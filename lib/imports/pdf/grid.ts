import { type Item, joinedLines, linesOf } from "./lines";
import type { Rules, Stroke } from "./rules";
import type { FoundTable } from "./table";

/** Of one page. */
const mostTables = 100;
/** Two strokes meet that are this near. */
const near = 4;

/** What rules enclose, as rows of cells; fields without a rule between them are one cell. */
type Grid = {
  xs: number[];
  ys: number[];
  /** For each field, row by row, the first field of its cell. */
  cells: number[][];
};

/**
 * The tables that are ruled on a page, and what of its text stands in none of them. What a frame encloses that has only one
 * column is no table.
 */
export function ruledTables(
  items: readonly Item[],
  rules: Rules,
  page: number,
): { tables: FoundTable[]; others: Item[] } {
  const tables: FoundTable[] = [];
  let others = [...items];
  for (const grid of gridsOf(rules)) {
    const inside = others.filter((item) => fieldAt(grid, middleOf(item)) !== null);
    const table = tableIn(grid, inside, page);
    if (!table) continue;
    tables.push(table);
    const taken = new Set(inside);
    others = others.filter((item) => !taken.has(item));
  }
  return { tables, others };
}

const middleOf = ({ left, right, y, size }: Item) => ({
  x: (left + right) / 2,
  y: y - size * 0.35,
});

/** The strokes that hold together, as grids; those within another one come first. */
function gridsOf({ across, down }: Rules): Grid[] {
  const groups: { across: Stroke[]; down: Stroke[] }[] = [];
  const seen = new Set<Stroke>();
  for (const start of down) {
    if (seen.has(start)) continue;
    const group = { across: [] as Stroke[], down: [] as Stroke[] };
    const waiting = [{ stroke: start, isDown: true }];
    seen.add(start);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { stroke, isDown } = next;
      group[isDown ? "down" : "across"].push(stroke);
      for (const other of isDown ? across : down) {
        if (seen.has(other) || !meet(stroke, other)) continue;
        seen.add(other);
        waiting.push({ stroke: other, isDown: !isDown });
      }
    }
    groups.push(group);
  }
  return groups
    .map(gridOf)
    .filter((grid) => grid !== null)
    .sort((a, b) => areaOf(a) - areaOf(b))
    .slice(0, mostTables);
}

const reaches = ({ from, to }: Stroke, at: number) => at >= from - near && at <= to + near;
const meet = (a: Stroke, b: Stroke) => reaches(a, b.at) && reaches(b, a.at);
const span = (values: readonly number[]) => (values.at(-1) ?? 0) - (values[0] ?? 0);
const areaOf = ({ xs, ys }: Grid) => span(xs) * span(ys);

function gridOf({ across, down }: Rules): Grid | null {
  // A table may be open at its sides, or go on to the next page without a rule.
  const xs = distinct([
    ...down.map(({ at }) => at),
    ...across.flatMap(({ from, to }) => [from, to]),
  ]);
  const ys = distinct([
    ...across.map(({ at }) => at),
    ...down.flatMap(({ from, to }) => [from, to]),
  ]);
  const [width, height] = [xs.length - 1, ys.length - 1];
  if (width < 2 || height < 1 || width * height > 5000) return null;
  const first = Array.from({ length: width * height }, (_, i) => i);
  const top = (i: number): number => (first[i] === i ? i : top(first[i] ?? i));
  const unite = (a: number, b: number) => {
    const [x, y] = [top(a), top(b)];
    first[Math.max(x, y)] = Math.min(x, y);
  };
  const isRuled = (strokes: Stroke[], at: number, from: number, to: number) =>
    strokes.some((stroke) => {
      const middle = (from + to) / 2;
      return Math.abs(stroke.at - at) < near && stroke.from < middle && stroke.to > middle;
    });
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const [x, right = 0, y, below = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
      const here = row * width + column;
      if (column + 1 < width && !isRuled(down, right, y ?? 0, below)) unite(here, here + 1);
      if (row + 1 < height && !isRuled(across, below, x ?? 0, right)) unite(here, here + width);
    }
  const cells = ys
    .slice(1)
    .map((_, row) => xs.slice(1).map((_, column) => top(row * width + column)));
  return { xs, ys, cells };
}

function distinct(values: number[]): number[] {
  const found: number[] = [];
  for (const value of values.sort((a, b) => a - b))
    if (found.length === 0 || value - (found.at(-1) ?? 0) > near) found.push(value);
  return found;
}

function fieldAt({ xs, ys, cells }: Grid, { x, y }: { x: number; y: number }): number | null {
  const column = xs.findLastIndex((each) => each <= x);
  const row = ys.findLastIndex((each) => each <= y);
  return cells[row]?.[column] ?? null;
}

function tableIn(grid: Grid, items: Item[], page: number): FoundTable | null {
  const width = grid.xs.length - 1;
  const inside = new Map<number, Item[]>();
  for (const item of items)
    for (const piece of cutAt(grid, item)) {
      const field = fieldAt(grid, middleOf(piece)) ?? 0;
      const before = inside.get(field);
      if (before) before.push(piece);
      else inside.set(field, [piece]);
    }
  const beginnings = new Set(grid.cells.flat().map((field) => field % width));
  if (beginnings.size < 2 || inside.size < 2) return null;
  const columns = grid.xs.slice(0, -1).map((left, i) => ({ left, right: grid.xs[i + 1] ?? left }));
  const rows = grid.cells.map((fields, row) =>
    fields.flatMap((field, column) => {
      if (field % width !== column) return [];
      const isMerged = field !== row * width + column;
      const text = isMerged ? "" : joinedLines(linesOf(inside.get(field) ?? [], page));
      return [{ text, left: grid.xs[column] ?? 0, isMerged, page }];
    }),
  );
  return { columns, rows, top: grid.ys[0] ?? 0 };
}

/** Two cells' text in one piece, as some programs write a row, is parted at the rule between them. */
function cutAt(grid: Grid, item: Item): Item[] {
  const { text, left, right, y, size } = item;
  const row = grid.ys.findLastIndex((each) => each <= middleOf(item).y);
  const rule = grid.xs.find((x, column) => {
    const [before, after] = [grid.cells[row]?.[column - 1], grid.cells[row]?.[column]];
    return x > left + size / 2 && x < right - size / 2 && before !== after;
  });
  if (rule === undefined) return [item];
  const spaces = [...text.matchAll(/\s+/g)].map(({ index }) => index);
  const total = widthOf(text);
  const at = (index: number) => left + ((right - left) * widthOf(text.slice(0, index))) / total;
  const cut = spaces.reduce(
    (best, each) => (Math.abs(at(each) - rule) < Math.abs(at(best) - rule) ? each : best),
    spaces[0] ?? -1,
  );
  if (cut < 0) return [item];
  const rest = { ...item, text: text.slice(cut).trim(), left: Math.max(rule, at(cut)), y };
  return [
    { ...item, text: text.slice(0, cut), right: Math.min(rule, at(cut)) },
    ...cutAt(grid, rest),
  ];
}

const widthOf = (text: string) =>
  [...text].reduce((width, sign) => width + (sign < "\u2000" ? 0.5 : 1), 0);
