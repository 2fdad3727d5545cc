/** Where a quote stands in its document's text: UTF-16 indices, end exclusive. */
export type Place = { start: number; end: number };

/** A quote and the passage at its place are equal but for the line breaks that the page's columns put in. */
export function isAtPlace(quote: string, text: string, { start, end }: Place): boolean {
  return bare(text.slice(start, end)) === bare(quote);
}

/** The paragraph, counted from 1, that a place begins in. Blank lines part paragraphs. */
export function paragraphAt(text: string, start: number): number {
  return text
    .slice(0, start)
    .trimStart()
    .split(/\n\s*\n/).length;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, "");
}
