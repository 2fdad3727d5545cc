// How like two stretches are; the same measures as score.py of the labelled documents.

/** NFKC without white space, and where each sign of it stands in the text. */
export function normal(text: string): { flat: string; at: number[] } {
  let flat = "";
  const at: number[] = [];
  let i = 0;
  for (const sign of text) {
    for (const folded of sign.normalize("NFKC"))
      if (!/\s/u.test(folded)) {
        flat += folded;
        for (let k = 0; k < folded.length; k++) at.push(i);
      }
    i += sign.length;
  }
  return { flat, at };
}

export const flat = (text: string | null | undefined): string => normal(text ?? "").flat;

/** Twice the longest common subsequence by the sum of the lengths. */
export function commonRatio(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  const row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    let before = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      row[j] = x === b[j - 1] ? before + 1 : Math.max(above, row[j - 1] ?? 0);
      before = above;
    }
  }
  return (2 * (row[b.length] ?? 0)) / (a.length + b.length);
}

/** Twice the signs in matching blocks by the sum of the lengths (Ratcliff and Obershelp, as Python's difflib). */
export function blockRatio(a: string, b: string): number {
  const matched = (from: number, to: number, start: number, end: number): number => {
    let best = { i: from, j: start, size: 0 };
    for (let i = from; i < to; i++)
      for (let j = start; j < end; j++) {
        let size = 0;
        while (i + size < to && j + size < end && a[i + size] === b[j + size]) size++;
        if (size > best.size) best = { i, j, size };
      }
    const { i, j, size } = best;
    if (size === 0) return 0;
    return matched(from, i, start, j) + size + matched(i + size, to, j + size, end);
  };
  const sum = a.length + b.length;
  return sum === 0 ? 1 : (2 * matched(0, a.length, 0, b.length)) / sum;
}

/** Pairs of rows and columns, one to one, of the greatest total weight; 0 is no pair (the Hungarian algorithm). */
export function bestPairs(
  weights: readonly (readonly number[])[],
  columns: number,
): [number, number][] {
  const n = Math.max(weights.length, columns);
  const cost = (i: number, j: number) => -(weights[i]?.[j] ?? 0);
  const zeros = () => new Array<number>(n + 1).fill(0);
  const [u, v, way, match] = [zeros(), zeros(), zeros(), zeros()];
  const of = (list: readonly number[], i: number) => list[i] ?? 0;
  for (let i = 1; i <= n; i++) {
    match[0] = i;
    let column = 0;
    const least = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Array<boolean>(n + 1).fill(false);
    while (of(match, column) !== 0) {
      used[column] = true;
      const row = of(match, column);
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const c = cost(row - 1, j - 1) - of(u, row) - of(v, j);
        if (c < of(least, j)) {
          least[j] = c;
          way[j] = column;
        }
        if (of(least, j) < delta) {
          delta = of(least, j);
          next = j;
        }
      }
      for (let j = 0; j <= n; j++)
        if (used[j]) {
          u[of(match, j)] = of(u, of(match, j)) + delta;
          v[j] = of(v, j) - delta;
        } else least[j] = of(least, j) - delta;
      column = next;
    }
    while (column !== 0) {
      match[column] = of(match, of(way, column));
      column = of(way, column);
    }
  }
  return Array.from({ length: n }, (_, j): [number, number] => [of(match, j + 1) - 1, j]).filter(
    ([i, j]) => (weights[i]?.[j] ?? 0) > 0,
  );
}
