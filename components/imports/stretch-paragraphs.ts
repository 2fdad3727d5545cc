import type { StretchParagraph, StretchPart } from "./document-stretch";
import type { ShownCandidate } from "./shown";

type Stretch = { text: string; blocks: readonly { start: number; end: number }[] };

/** The paragraphs of a stretch, each cut where the words of a proposal begin and end; where quotes overlap, the shortest has them. */
export function stretchParagraphs(
  { text, blocks }: Stretch,
  candidates: readonly ShownCandidate[],
): StretchParagraph[] {
  const quotes = candidates
    .flatMap(({ id, path, state, quotes: places }) =>
      places.map(({ start, end }) => ({ start, end, candidate: { id, path, state } })),
    )
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return blocks.map(({ start, end }) => {
    const cuts = [
      start,
      ...quotes.flatMap((quote) => [quote.start, quote.end]).filter((at) => at > start && at < end),
      end,
    ];
    const points = [...new Set(cuts)].sort((a, b) => a - b);
    const parts = points.slice(0, -1).map((from, i): StretchPart => {
      const to = points[i + 1] ?? end;
      const quote = quotes.find((each) => each.start <= from && to <= each.end);
      return { start: from, words: text.slice(from, to), candidate: quote?.candidate ?? null };
    });
    return { start, parts };
  });
}
