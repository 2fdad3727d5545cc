import type { Place } from "@/lib/domain/documents/quotes";
import { readDocument } from "@/lib/domain/imports/blocks";
import { type Line, linesOf } from "./lines";

/** A document of these lines, and how to show a place in it: without the breaks between its lines. */
export function documentOf(...words: string[]): {
  text: string;
  lines: Line[];
  shown: (place: Place | null) => string | null;
} {
  const document = readDocument(words.map((text) => ({ kind: "paragraph", text })));
  return {
    text: document.text,
    lines: linesOf(document),
    shown: (place) => place && document.text.slice(place.start, place.end).replace(/\n/g, ""),
  };
}
