import type { Place } from "@/lib/domain/documents/quotes";
import { bare } from "./lines";

const longest = 40;

/** How much of a stretch is its inline heading: up to the first 。 if that is at most 40 characters off. Null if none. */
export function inlineHeading(text: string, { start, end }: Place): Place | null {
  const stop = text.slice(start, end).indexOf("。");
  if (stop <= 0) return null;
  const place = trimmed(text, { start, end: start + stop });
  return bare(text.slice(place.start, place.end)).length <= longest ? place : null;
}

/** What a stretch is called: its inline heading, else its first clause; marks at its end are left out. */
export function titleOf(text: string, place: Place): Place {
  const inline = inlineHeading(text, place);
  if (inline !== null) return clipped(text, inline);
  const words = text.slice(place.start, place.end);
  const end = place.start + firstClause(words);
  return clipped(text, { start: place.start, end });
}

function firstClause(words: string): number {
  let depth = 0;
  for (let i = 0; i < words.length; i++) {
    const sign = words[i] ?? "";
    if ("（(〔“《「".includes(sign)) depth++;
    else if ("）)〕”》」".includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && i > 0 && "，,。；;：:！？\t".includes(sign)) return i;
  }
  const stop = words.search(/[，,。；;：:\t]/u);
  return stop > 0 && depth > 0 ? stop : words.length;
}

function clipped(text: string, place: Place): Place {
  const { start, end } = trimmed(text, place);
  const tail = /[：:；;。，,、]+$/u.exec(text.slice(start, end));
  return { start, end: tail && tail.index > 0 ? start + tail.index : end };
}

/** A stretch without the white space at its ends. */
export function trimmed(text: string, { start, end }: Place): Place {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, end - (words.length - words.trimEnd().length)) };
}
