import { diffArrays } from "diff";
import type { Place } from "@/lib/domain/documents/quotes";
import { bareQuote } from "@/lib/domain/documents/spans";

/** A block of one edition, with its words. */
export type EditionBlock = Place & { text: string };

export const blockChanges = ["kept", "moved", "changed", "gone", "new"] as const;
export type BlockChange = (typeof blockChanges)[number];
/** What became of a block: where it stands in each edition, null where it does not. */
export type ComparedBlock = {
  change: BlockChange;
  old: EditionBlock | null;
  new: EditionBlock | null;
};

/** From half of what two blocks say on, one is the other, changed. */
const leastAlike = 0.5;

/** The blocks of a text, each once: a cell that is merged stands in several rows, an empty one says nothing. */
export function editionBlocks(text: string, blocks: readonly Place[]): EditionBlock[] {
  const seen = new Set<number>();
  return blocks.flatMap(({ start, end }) => {
    if (start === end || seen.has(start)) return [];
    seen.add(start);
    return [{ start, end, text: text.slice(start, end) }];
  });
}

/**
 * What became of each block of a document in its second edition, in the order of the new one, what is gone where it stood.
 * Blanks and punctuation do not count: kept blocks say the same in the same order, moved ones elsewhere.
 */
export function compareEditions(
  before: readonly EditionBlock[],
  after: readonly EditionBlock[],
): ComparedBlock[] {
  const keyed = (blocks: readonly EditionBlock[]) =>
    blocks.map((block) => ({ block, key: bareQuote(block.text) }));
  const hunks = diffArrays(keyed(before), keyed(after), {
    comparator: (left, right) => left.key === right.key,
  });
  const compared: ComparedBlock[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const { value, added, removed } of hunks)
    for (const _ of value) {
      const old = added ? null : (before[oldAt++] ?? null);
      const fresh = removed ? null : (after[newAt++] ?? null);
      const change = added ? "new" : removed ? "gone" : "kept";
      compared.push({ change, old, new: fresh });
    }
  return joined(joined(compared, "moved", sameWords), "changed", alike);
}

type Pairing = (gone: readonly EditionBlock[]) => (fresh: EditionBlock) => EditionBlock | undefined;

/** Pairs what is new with what is gone; each is paired once. */
function joined(
  compared: readonly ComparedBlock[],
  change: "moved" | "changed",
  pairing: Pairing,
): ComparedBlock[] {
  const gone = compared.flatMap((each) => (each.change === "gone" && each.old) || []);
  const partnerOf = pairing(gone);
  const taken = new Set<EditionBlock>();
  const paired = compared.map((each): ComparedBlock => {
    if (each.change !== "new" || !each.new) return each;
    const old = partnerOf(each.new);
    if (!old || taken.has(old)) return each;
    taken.add(old);
    return { change, old, new: each.new };
  });
  return paired.filter(({ change: is, old }) => is !== "gone" || !old || !taken.has(old));
}

const sameWords: Pairing = (gone) => {
  const byKey = new Map<string, EditionBlock[]>();
  for (const block of gone) {
    const key = bareQuote(block.text);
    byKey.set(key, [...(byKey.get(key) ?? []), block]);
  }
  return ({ text }) => byKey.get(bareQuote(text))?.shift();
};

const alike: Pairing = (gone) => {
  const pairs = new Map(gone.map((block) => [block, pairsOf(block.text)]));
  const having = new Map<string, EditionBlock[]>();
  for (const [block, own] of pairs)
    for (const pair of own) having.set(pair, [...(having.get(pair) ?? []), block]);
  return ({ text }) => {
    const own = pairsOf(text);
    const shared = new Map<EditionBlock, number>();
    for (const pair of own)
      for (const block of having.get(pair) ?? []) shared.set(block, (shared.get(block) ?? 0) + 1);
    const shares = [...shared].flatMap(([block, both]) => {
      const others = pairs.get(block);
      return others ? [{ block, share: (2 * both) / (own.size + others.size) }] : [];
    });
    const [best] = shares.sort((a, b) => b.share - a.share);
    if (!best || best.share < leastAlike) return undefined;
    pairs.delete(best.block);
    return best.block;
  };
};

/** The pairs of neighbouring signs of a text: two texts are as alike as they share them (Dice). */
function pairsOf(text: string): Set<string> {
  const signs = [...bareQuote(text)];
  return new Set(signs.slice(1).map((sign, i) => `${signs[i]}${sign}`));
}

type Quoting = { code: string; place: Place };

/** The tasks that quote something of a block that was changed, moved or is gone. */
export function concernedTasks<Task extends Quoting>(
  { change, old }: ComparedBlock,
  tasks: readonly Task[],
): Task[] {
  if (change === "kept" || change === "new" || !old) return [];
  return tasks.filter(({ place }) => place.start < old.end && old.start < place.end);
}

/** Whether all that a place covers of a new edition stands in the first one too, word for word. */
export function isKnown(place: Place, compared: readonly ComparedBlock[]): boolean {
  const covering = compared.filter(
    ({ new: fresh }) => fresh && fresh.start < place.end && place.start < fresh.end,
  );
  return (
    covering.length > 0 && covering.every(({ change }) => change === "kept" || change === "moved")
  );
}
