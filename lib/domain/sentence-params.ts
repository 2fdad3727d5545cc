/** The numbers, names, codes and days that a sentence of the message catalogs is filled with. */
export type SentenceParams = Record<string, string | number>;

/**
 * The parameters as the reader's language says them. A name that ends in "day" holds a day, which may be empty; \`words\`
 * has a function for each name whose code is said in words. The rest stays as it is: the catalogs select on it.
 */
export function localizedParams(
  params: SentenceParams,
  day: (day: string) => string,
  words: Record<string, (value: string | number) => string> = {},
): SentenceParams {
  const localized = Object.entries(params).map(([name, value]) => {
    const word = words[name];
    if (word) return [name, word(value)];
    return [name, /day$/i.test(name) && value !== "" ? day(String(value)) : value];
  });
  return Object.fromEntries(localized);
}
