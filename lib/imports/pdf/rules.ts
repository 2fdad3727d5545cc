import type { Step } from "./read-thread";

/** A straight stroke: where it stands on the other axis, and from where to where it runs. */
export type Stroke = { at: number; from: number; to: number };
/** The lines drawn on a page, as tables are ruled. */
export type Rules = { across: Stroke[]; down: Stroke[] };
export const noRules: Rules = { across: [], down: [] };

type Matrix = readonly number[];

const most = { strokes: 20_000, merged: 1500 };
/** Strokes this near are one, and a filled box this thin is a stroke. */
const near = 2.5;

/** Horizontal and vertical strokes in what a page draws, those that run on into each other as one. */
export function rulesOf(steps: readonly Step[], view: Matrix): Rules {
  const found: Rules = { across: [], down: [] };
  const stack: Matrix[] = [];
  let matrix = view;
  for (const step of steps) {
    if (step.kind === "save") stack.push(matrix);
    if (step.kind === "restore") matrix = stack.pop() ?? view;
    if (step.kind === "transform") matrix = times(matrix, step.matrix);
    if (step.kind !== "path" || step.paint === "nothing") continue;
    for (const points of subpaths(step.path, matrix)) collect(points, step.paint === "fill", found);
    if (found.across.length + found.down.length > most.strokes) return noRules;
  }
  const rules = { across: merged(found.across), down: merged(found.down) };
  return rules.across.length + rules.down.length > most.merged ? noRules : rules;
}

function times([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, by: Matrix): Matrix {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = by;
  const at = (x: number, y: number) => [a * x + c * y, b * x + d * y] as const;
  const [p, q] = at(k, l);
  return [...at(g, h), ...at(i, j), p + e, q + f];
}

type Point = { x: number; y: number };

/** The corners of each part of a path. Its data is a row of: 0 x y begin, 1 x y line, 2 and 3 curves, 4 close. */
function subpaths(data: ArrayLike<number>, m: Matrix): Point[][] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const paths: Point[][] = [];
  for (let i = 0; i < data.length; ) {
    const kind = data[i++];
    if (kind === 4) {
      const path = paths.at(-1);
      if (path?.[0]) path.push(path[0]);
      continue;
    }
    i += kind === 2 ? 4 : kind === 3 ? 2 : 0;
    const [x = 0, y = 0] = [data[i], data[i + 1]];
    i += 2;
    const point = { x: a * x + c * y + e, y: b * x + d * y + f };
    if (kind === 0 || paths.length === 0) paths.push([]);
    // A curve rules nothing: what comes behind it begins anew.
    if (kind === 2 || kind === 3) paths.push([]);
    paths.at(-1)?.push(point);
  }
  return paths;
}

function collect(points: Point[], isFilled: boolean, { across, down }: Rules): void {
  const add = (x1: number, y1: number, x2: number, y2: number) => {
    const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
    const middle = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
    if (height < near && width > height)
      across.push({ at: middle.y, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (width < near && height > width)
      down.push({ at: middle.x, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  };
  if (!isFilled) {
    for (const [i, { x, y }] of points.entries()) {
      const before = points[i - 1];
      if (before) add(before.x, before.y, x, y);
    }
    return;
  }
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  add(left, top, right, bottom);
}

/** Strokes on one line that touch are one stroke; what is left shorter than a letter rules nothing. */
function merged(strokes: Stroke[]): Stroke[] {
  const lines: Stroke[][] = [];
  for (const stroke of strokes
    .filter((each) => Number.isFinite(each.at + each.from + each.to))
    .sort((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    if (line?.[0] && stroke.at - line[0].at < near) line.push(stroke);
    else lines.push([stroke]);
  }
  return lines.flatMap((line) => {
    const runs: Stroke[] = [];
    for (const stroke of line.sort((a, b) => a.from - b.from)) {
      const run = runs.at(-1);
      if (run && stroke.from <= run.to + near) run.to = Math.max(run.to, stroke.to);
      else runs.push({ ...stroke, at: line[0]?.at ?? stroke.at });
    }
    return runs.filter(({ from, to }) => to - from > 5);
  });
}
