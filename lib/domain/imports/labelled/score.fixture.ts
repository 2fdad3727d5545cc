import type { Gold, GoldItem } from "./documents.fixture";
import { bestPairs, commonRatio, flat, normal } from "./likeness.fixture";

import { pairTimes, shared, unit } from "./values.fixture";

// The scorer of the labelled documents (score.py), so that the bars are held by a test.

export type Predicted = Partial<GoldItem> & { kind: string; certainty?: string };
type Span = [number, number] | null;
type Placed<T> = { item: T; span: Span; path: string; title: string };

const zero = {
  ...{
    tp: 0,
    fp: 0,
    fn: 0,
    optional: 0,
    pairs: 0,
    kind: 0,
    leadOk: 0,
    leadN: 0,
    openOk: 0,
    scopeOk: 0,
  },
  ...{ coTp: 0, coFp: 0, coFn: 0, imTp: 0, imFp: 0, imFn: 0, dlTp: 0, dlFp: 0, dlFn: 0, endOk: 0 },
  ...{ kindOfTime: 0, invented: 0, decoys: 0, edits: 0, gold: 0, sure: 0, sureRight: 0 },
};
export type Counts = typeof zero;

/** What is right and wrong in the proposals of one document; `notes` say where. */
export function compare(
  gold: Gold,
  predicted: readonly Predicted[],
  raw: string,
): { counts: Counts; notes: string[] } {
  const text = normal(raw);
  const n = { ...zero };
  const notes: string[] = [];
  const golds = gold.measures.map((item) => placed(item, text, null));
  const taken = new Set<string>();
  const guesses = predicted.map((item) => placed(item, text, taken));
  const weights = golds.map((g) => guesses.map((p) => weightOf(g, p)));
  const pairs = bestPairs(weights, guesses.length);
  const byGold = new Map(pairs);
  const byGuess = new Map(pairs.map(([i, j]) => [j, i]));
  for (const [i, { item }] of golds.entries()) {
    n.gold += item.optional ? 0 : 1;
    if (byGold.has(i)) n[item.optional ? "optional" : "tp"]++;
    else if (!item.optional) {
      n.fn++;
      n.edits++;
      n.dlFn += item.deadlines.length;
      notes.push(`missed ${item.path} ${item.title}`);
    }
  }
  for (const [j, { item, span }] of guesses.entries()) {
    if (item.certainty === "sure") n.sure++;
    if (!byGuess.has(j) && !item.optional) {
      n.fp++;
      n.edits++;
      n.dlFp += item.deadlines?.length ?? 0;
      notes.push(`not in gold ${item.path} ${item.title}`);
      if (gold.decoys.some(({ verbatim }) => takes(text.flat, flat(verbatim), span))) n.decoys++;
    }
    for (const value of valuesOf(item))
      if (value && !text.flat.includes(flat(value))) {
        n.invented++;
        notes.push(`invented ${value}`);
      }
  }
  for (const [i, j] of pairs) {
    const g = golds[i];
    const p = guesses[j];
    if (!g || !p) continue;
    const wrong = comparePair(g, p, n);
    if (p.item.certainty === "sure") n.sureRight += wrong.length === 0 ? 1 : 0;
    notes.push(...wrong.map((what) => `${what} ${g.item.path}`));
  }
  return { counts: n, notes };
}

function comparePair(g: Placed<GoldItem>, p: Placed<Predicted>, n: Counts): string[] {
  const wrong: string[] = [];
  const a = g.item;
  const b = p.item;
  const right = (isRight: boolean, what: string) => {
    if (!isRight) {
      n.edits++;
      wrong.push(what);
    }
    return isRight ? 1 : 0;
  };
  n.pairs++;
  n.kind += right(a.kind === b.kind, `kind ${a.kind}/${b.kind}`);
  if (a.lead || b.lead) {
    n.leadN++;
    n.leadOk += right(
      Boolean(a.lead && b.lead && unit(a.lead) === unit(b.lead)),
      `lead ${a.lead}/${b.lead}`,
    );
  }
  n.openOk += a.open_ended === Boolean(b.open_ended) ? 1 : 0;
  n.scopeOk += a.owner_scope === b.owner_scope ? 1 : 0;
  const co = shared(
    [...(a.co_leads ?? []), ...a.cooperating],
    [...(b.co_leads ?? []), ...(b.cooperating ?? [])],
  );
  const im = shared(a.implementing, b.implementing ?? []);
  n.coTp += co.both;
  n.coFp += co.extra;
  n.coFn += co.missing;
  n.imTp += im.both;
  n.imFp += im.extra;
  n.imFn += im.missing;
  right(co.extra + co.missing === 0, "cooperating");
  right(im.extra + im.missing === 0, "implementing");
  const times = b.deadlines ?? [];
  const found = pairTimes(a.deadlines, times);
  n.dlTp += found.length;
  n.dlFn += a.deadlines.length - found.length;
  n.dlFp += times.length - found.length;
  const unpaired = a.deadlines.length + times.length - 2 * found.length;
  n.edits += unpaired;
  if (unpaired > 0) wrong.push("deadlines");
  for (const [x, y] of found) {
    n.endOk += right(a.deadlines[x]?.end === times[y]?.end, `end day ${times[y]?.verbatim}`);
    n.kindOfTime += a.deadlines[x]?.kind === times[y]?.kind ? 1 : 0;
  }
  n.edits += likeness(g.span, p.span) < 0.8 ? 1 : 0;
  return wrong;
}

/** The figures of counts, as score.py gives them. */
export function figures(n: Counts) {
  const none = n.gold > 0 && n.pairs === 0;
  return {
    f1: f1(n.tp, n.fp, n.fn),
    kind: none ? 0 : ratio(n.kind, n.pairs),
    lead: none ? 0 : ratio(n.leadOk, n.leadN),
    cooperating: none ? 0 : f1(n.coTp, n.coFp, n.coFn),
    implementing: none ? 0 : f1(n.imTp, n.imFp, n.imFn),
    openEnded: none ? 0 : ratio(n.openOk, n.pairs),
    scope: none ? 0 : ratio(n.scopeOk, n.pairs),
    deadlines: f1(n.dlTp, n.dlFp, n.dlFn),
    endDay: n.dlFn > 0 && n.dlTp === 0 ? 0 : ratio(n.endOk, n.dlTp),
    invented: n.invented,
    decoys: n.decoys,
    editsPer20: n.gold > 0 ? (20 * n.edits) / n.gold : n.edits,
    sureRight: ratio(n.sureRight, n.sure),
    sureShare: ratio(n.sure, n.tp + n.fp + n.optional),
  };
}

/** The counts of several documents together. */
export function summed(all: readonly Counts[]): Counts {
  const sum = { ...zero };
  for (const counts of all)
    for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key];
  return sum;
}

const ratio = (a: number, b: number) => (b === 0 ? 1 : a / b);
const f1 = (tp: number, fp: number, fn: number) => ratio(2 * tp, 2 * tp + fp + fn);

function placed<T extends Partial<GoldItem>>(
  item: T,
  text: ReturnType<typeof normal>,
  taken: Set<string> | null,
): Placed<T> {
  const quote = flat(item.quote);
  const path = flat(item.path)
    .replace(/[、.．/]+/gu, "/")
    .replace(/^\/|\/$/gu, "");
  return { item, span: spanOf(item, quote, text, taken), path, title: flat(item.title) };
}

function spanOf(
  item: Partial<GoldItem>,
  quote: string,
  text: ReturnType<typeof normal>,
  taken: Set<string> | null,
): Span {
  if (taken === null && item.start != null && item.end != null)
    return [signAt(text.at, item.start), signAt(text.at, item.end)];
  if (quote === "") return null;
  let at = text.flat.indexOf(quote);
  while (at >= 0 && taken?.has(`${at} ${quote.length}`)) at = text.flat.indexOf(quote, at + 1);
  if (at < 0) at = text.flat.indexOf(quote);
  if (at < 0) return null;
  taken?.add(`${at} ${quote.length}`);
  return [at, at + quote.length];
}

function signAt(at: readonly number[], raw: number): number {
  const found = at.findIndex((each) => each >= raw);
  return found < 0 ? at.length : found;
}

function overlap(a: Span, b: Span): number {
  return a && b ? Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0])) : 0;
}

function likeness(a: Span, b: Span): number {
  const both = overlap(a, b);
  return a && b && both > 0 ? both / (a[1] - a[0] + b[1] - b[0] - both) : 0;
}

function weightOf(g: Placed<GoldItem>, p: Placed<Predicted>): number {
  const like = likeness(g.span, p.span);
  const touch = overlap(g.span, p.span) > 0;
  if (g.path !== "" && g.path === p.path && (touch || commonRatio(g.title, p.title) >= 0.5))
    return 3 + like;
  if (like >= 0.5) return 2 + like;
  const titles = commonRatio(g.title, p.title);
  return titles >= 0.8 ? 1 + titles : 0;
}

function takes(text: string, decoy: string, span: Span): boolean {
  const at = text.indexOf(decoy);
  const both = at < 0 ? 0 : overlap([at, at + decoy.length], span);
  return span !== null && both > 0 && (both >= decoy.length / 2 || both >= (span[1] - span[0]) / 2);
}

function valuesOf(item: Predicted): (string | null | undefined)[] {
  const times = (item.deadlines ?? []).map(({ verbatim }) => verbatim);
  const units = [
    item.lead,
    ...(item.co_leads ?? []),
    ...(item.cooperating ?? []),
    ...(item.implementing ?? []),
  ];
  return [item.title, item.quote, item.owners_verbatim, ...units, ...times];
}
