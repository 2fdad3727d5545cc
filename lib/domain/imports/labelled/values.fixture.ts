import type { GoldItem } from "./documents.fixture";
import { blockRatio, flat } from "./likeness.fixture";

/** What an elided list leaves out is folded: 各, 有关, 省, 市 in front, 人民政府 behind. */
export function unit(name: string): string {
  const short = flat(name)
    .replace(/^(?:各级|各有关|有关|各)(?=[^、]{2})/u, "")
    .replace(/^(?:国家|国务院|省|市|区|县|州)(?=[^、]{2})/u, "");
  return short.replace(/(?<=..)(?:省|市|区|县|州)?(?:人民)?政府$/u, "") || short;
}

/** How many units two lists have in common, and how many only one of them has. */
export function shared(gold: readonly string[], predicted: readonly string[]) {
  const a = new Set(gold.map(unit));
  const b = new Set(predicted.map(unit));
  const both = [...a].filter((name) => b.has(name)).length;
  return { both, missing: a.size - both, extra: b.size - both };
}

/** Times that are the same or nearly, one to one. */
export function pairTimes(
  golds: GoldItem["deadlines"],
  guesses: GoldItem["deadlines"],
): [number, number][] {
  const scored = golds.flatMap((g, i) =>
    guesses.map((p, j) => {
      const a = flat(g.verbatim);
      const b = flat(p.verbatim);
      const isPart = a !== "" && b !== "" && (a.includes(b) || b.includes(a));
      const score = a === b ? 1 : isPart ? 0.9 : blockRatio(a, b);
      return { score, rank: score + (g.end === p.end ? 0.01 : 0), i, j };
    }),
  );
  const pairs: [number, number][] = [];
  for (const { score, i, j } of scored.sort((x, y) => y.rank - x.rank || x.i - y.i || x.j - y.j))
    if (score >= 0.6 && !pairs.some(([a, b]) => a === i || b === j)) pairs.push([i, j]);
  return pairs;
}
