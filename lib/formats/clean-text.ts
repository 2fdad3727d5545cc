/** Control characters that XML 1.0 forbids, halves of surrogate pairs, and overrides of the writing direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought.
const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

/** Text that is fit for a feed, a calendar or a page: nothing in it can break a parser or turn a line around. */
export function cleanText(text: string): string {
  return text.replace(unfit, "").replace(/\r\n?/g, "\n");
}

const undrawable =
  /\p{Extended_Pictographic}|[\u200b-\u200f\u20e3\ufe00-\ufe0f\u{1f1e6}-\u{1f3ff}]/gu;

/** The same in one line for a picture or a print: its font draws no emoji and no marks without width. */
export function drawnText(text: string): string {
  return cleanText(text).replace(undrawable, "").replace(/\s+/g, " ").trim();
}
