// Where only times stand: a time column's cell, and what follows 完成时限： in running text.

/** 完成时限：2025年6月底；整改时限为长期坚持. */
const label =
  /(?:(?:完成|整改|办理|落实|责任|推进|工作|实施|办结|销号|计划完成)(?:时限|时间(?:节点|要求)?|期限|节点)|截止(?:时间|日期)|时限(?:要求)?|时间节点|期限)(?:为|是|[:：])+/g;

/** The stretches of a text behind such a label, up to the end of the statement. */
export function labelledTimes(text: string): { from: number; to: number }[] {
  return [...text.matchAll(label)].map((match) => {
    const from = match.index + match[0].length;
    const length = /^[^。)\n\t〕】]*/.exec(text.slice(from))?.[0].length ?? 0;
    return { from, to: from + length };
  });
}

/** A stretch of a time cell, and the labels of the parts that it is for: （1）（2）2025年底前. */
export type CellPart = { labels: string[]; from: number; to: number };

const marker =
  "(?:\\([一二三四五六七八九十\\d]{1,3}\\)|[①-⑳]|(?<![\\d.])\\d{1,2}[.、](?:(?!\\d)|(?=[12]\\d{3}年|1?\\d月))|[一二三四五六七八九十]是)";

/** A time cell split by the parts it is for, as “(1)…；(2)…” says; null where it does not say so. */
export function cellParts(text: string): CellPart[] | null {
  const heads = [...text.matchAll(new RegExp(`(?:${marker}[、和,-]?)+`, "g"))];
  if (heads.length === 0 || heads[0]?.index !== 0) return null;
  return heads.map((head, i) => ({
    labels: [...head[0].matchAll(new RegExp(marker, "g"))].map(([each]) => labelOf(each)),
    from: head.index + head[0].length,
    to: heads[i + 1]?.index ?? text.length,
  }));
}

const numerals = "零一二三四五六七八九十";

/** （1）, 1. and ① are the same label, and so is 一是. */
export function labelOf(words: string): string {
  const plain = words.normalize("NFKC").replace(/[().、是]/g, "");
  const at = numerals.indexOf(plain);
  return at > 0 && plain.length === 1 ? String(at) : plain;
}
