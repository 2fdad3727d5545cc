/** A stretch of a time cell, and which of the parts of its row it is for. */
type Named = { part: number; from: number; to: number };

/**
 * “6月底前完成排查,12月底前印发办法”: a cell that says as many times as its row has parts, each with words of one of them;
 * the last one that shares none is of the part that is left. Null where it does not say so.
 */
export function namedParts(cell: string, parts: readonly string[]): Named[] | null {
  const pieces = [...cell.matchAll(/[^,;。]+/g)];
  if (parts.length < 2 || pieces.length !== parts.length) return null;
  const named = pieces.map(({ 0: words, index }) => {
    const part = nearest(words.replace(/^.*?[年月日号底末](?:前|内)?/, ""), parts);
    return { part, from: index, to: index + words.length };
  });
  const left = parts.map((_, i) => i).filter((i) => named.every(({ part }) => part !== i));
  if (left.length > 1 || new Set(named.map(({ part }) => part)).size < parts.length) return null;
  return named.map((each) => ({ ...each, part: each.part ?? left[0] ?? 0 }));
}

/** The one part that has more pairs of signs of the words in it than any other; null if none has. */
function nearest(words: string, parts: readonly string[]): number | null {
  const pairs = [...words.slice(1)].map((sign, i) => words.charAt(i) + sign);
  const shared = parts.map((part) => pairs.filter((pair) => part.includes(pair)).length);
  const most = Math.max(...shared);
  const best = shared.indexOf(most);
  return most > 0 && shared.lastIndexOf(most) === best ? best : null;
}
