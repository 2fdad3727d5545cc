/** Signs of the fonts Wingdings and Symbol that stand in lists and forms, by their place in the font. */
const wingdings: Record<number, string> = {
  82: "☑",
  108: "●",
  110: "■",
  111: "□",
  161: "○",
  163: "☐",
  168: "☐",
  216: "➢",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};
const symbol: Record<number, string> = { 183: "•", 176: "°", 177: "±", 179: "≥", 163: "≤" };

/** The sign that w:sym shows, or U+FFFD for one that has no name outside its font. */
export function symbolOf(font = "", code = ""): string {
  const point = /^[0-9a-f]{1,4}$/i.test(code) ? Number.parseInt(code, 16) : 0xfffd;
  if (point < 0xe000 || point > 0xf8ff) return String.fromCodePoint(point);
  const place = point & 0xff;
  if (/^symbol$/i.test(font)) return symbol[place] ?? "\ufffd";
  if (!/^wingdings/i.test(font)) return "\ufffd";
  // ① to ⑩, and the same in black.
  if (place >= 0x81 && place <= 0x8a) return String.fromCodePoint(0x2460 + place - 0x81);
  if (place >= 0x8c && place <= 0x95) return String.fromCodePoint(0x2776 + place - 0x8c);
  return wingdings[place] ?? "\ufffd";
}
