import type { Place } from "@/lib/domain/documents/quotes";
import { trimmed } from "./structure/heads";

const titleLength = 40;
const titleEnd = /[。；;\n]/u;

/**
 * The two parts of a quote that is split at an index of the text, each without blanks around it, and the title of the second:
 * its words up to the first full stop, 40 signs at most. Null where a part would have no words.
 */
export function splitPlaces(
  text: string,
  { start, end }: Place,
  at: number,
): { first: Place; second: Place; title: Place } | null {
  if (at <= start || at >= end) return null;
  const first = trimmed(text, { start, end: at });
  const second = trimmed(text, { start: at, end });
  if (first.start === first.end || second.start === second.end) return null;
  const words = text.slice(second.start, second.end);
  const stop = words.search(titleEnd);
  const length = Math.min(stop > 0 ? stop : words.length, titleLength);
  return { first, second, title: { start: second.start, end: second.start + length } };
}
