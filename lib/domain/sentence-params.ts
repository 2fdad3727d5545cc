/** What a sentence of the message catalog needs: numbers and words, flat. */
export type SentenceParams = Record<string, string | number>;

/** How a reader's language says a day, and each parameter that is a word of ours. */
type SentenceWords = { day: (day: string) => string } & {
  [name: string]: (value: string) => string;
};

/**
 * The parameters as the reader's language says them. A name that ends in "day" holds a day, which may be empty; what has no
 * word here stays as it is: the catalogs select on it, or people wrote it.
 */
export function readableParams(
  params: SentenceParams,
  { day, ...words }: SentenceWords,
): SentenceParams {
  const readable = Object.entries(params).map(([name, value]) => {
    const word = words[name];
    if (word) return [name, word(String(value))];
    return [name, /day$/i.test(name) && value !== "" ? day(String(value)) : value];
  });
  return Object.fromEntries(readable);
}
