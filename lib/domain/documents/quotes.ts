/** Where a quote stands in its document's text: UTF-16 indices, end exclusive. */
export type Place = { start: number; end: number };

/** Whether a place lies in another, or is the same. */
export function isWithin({ start, end }: Place, whole: Place): boolean {
  return whole.start <= start && end <= whole.end;
}

/** The paragraph, counted from 1, that a place begins in. Blank lines part paragraphs. */
export function paragraphAt(text: string, start: number): number {
  return text
    .slice(0, start)
    .trimStart()
    .split(/\n\s*\n/).length;
}

/**
 * The whole sentence that a place lies in, without the page's line breaks: what a list element such as “科技支撑” needs
 * to be understood. Null where the sentence is the quote itself, or its beginning cannot be told from a heading.
 */
export function sentenceAround(text: string, { start, end }: Place): string | null {
  const from = text.lastIndexOf("。", start - 1) + 1;
  const to = text.indexOf("。", end - 1) + 1;
  if (from === 0 || to === 0) return null;
  const sentence = bare(text.slice(from, to));
  return sentence.replace("。", "") === bare(text.slice(start, end)).replace("。", "")
    ? null
    : sentence;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, "");
}
