const digits = "〇一二三四五六七八九";
const tens: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** The number that digits or Chinese numerals say: 15, 十五, 二〇二五, 两, 半 is no whole number; null for anything else. */
export function numberOf(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words);
  const plain = words
    .replace(/[○零O]/g, "〇")
    .replace(/两/g, "二")
    .replace(/廿/g, "二十");
  if (/^[〇一二三四五六七八九]+$/.test(plain))
    return Number([...plain].map((sign) => digits.indexOf(sign)).join(""));
  if (!/^[〇一二三四五六七八九十百千]+$/.test(plain)) return null;
  let sum = 0;
  let digit = 0;
  for (const sign of plain) {
    const ten = tens[sign];
    if (ten === undefined) digit = digits.indexOf(sign);
    else {
      sum += (digit || 1) * ten;
      digit = 0;
    }
  }
  return sum + digit;
}
