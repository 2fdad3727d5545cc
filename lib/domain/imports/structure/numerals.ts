const digits = "零一二三四五六七八九";

/** The number that is written in Chinese (十二, 二十三, 一百零二) or in digits of any width. Null where it is none. */
export function numberOf(words: string): number | null {
  const written = words.normalize("NFKC").replace(/〇/gu, "零").replace(/两/gu, "二");
  if (/^\d{1,4}$/u.test(written)) return Number(written);
  if (!/^[零一二三四五六七八九十百]+$/u.test(written)) return null;
  if (!/[十百]/u.test(written)) return Number([...written].map((d) => digits.indexOf(d)).join(""));
  let total = 0;
  let digit = 0;
  for (const sign of written) {
    if (sign === "十") total += (digit || 1) * 10;
    else if (sign === "百") total += (digit || 1) * 100;
    else digit = digits.indexOf(sign);
    if (sign === "十" || sign === "百") digit = 0;
  }
  return total + digit;
}
