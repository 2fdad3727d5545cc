/** Control characters that XML 1.0 forbids, halves of surrogate pairs, and overrides of the writing direction. */
const unfit = /(?![\t\n])[\p{Cc}\p{Cs}]|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

/** Text that is fit for a feed or a calendar: nothing in it can break a parser or turn a line around. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unfit, "");
}
