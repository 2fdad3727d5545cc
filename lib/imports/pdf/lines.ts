/** A piece of text on a page; y is its base line, counted downwards, and `order` its place in the file. */
export type Item = {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  order: number;
};

/** Text on one line without a wide gap. */
export type Chunk = { text: string; left: number; right: number; order: number };
export type Line = {
  chunks: Chunk[];
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  page: number;
};

/** In parts of the size of the letters: what parts columns, and what a space leaves between words. */
const gaps = { column: 0.9, word: 0.22 };

/** The lines of a page or of a cell, from the top. */
export function linesOf(items: readonly Item[], page: number): Line[] {
  const sorted = [...items].sort((a, b) => a.y - b.y || a.left - b.left);
  const lines: Item[][] = [];
  for (const item of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && item.y - first.y < Math.max(first.size, item.size) * 0.4) line.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => lineOf(line, page));
}

function lineOf(items: Item[], page: number): Line {
  const [first, ...others] = [...items].sort((a, b) => a.left - b.left) as [Item, ...Item[]];
  const size = commonest(items);
  const chunks = [chunkOf(first)];
  let chunk = chunks[0] as Chunk;
  for (const item of others) {
    const gap = item.left - chunk.right;
    if (gap > size * gaps.column) {
      chunk = chunkOf(item);
      chunks.push(chunk);
    } else {
      chunk.text += (gap > size * gaps.word ? " " : "") + item.text;
      chunk.right = Math.max(chunk.right, item.right);
    }
  }
  for (const each of chunks) each.text = withoutTypesetting(each.text);
  return {
    chunks,
    text: chunks.map(({ text }) => text).join(" "),
    left: first.left,
    right: Math.max(...chunks.map(({ right }) => right)),
    y: Math.max(...items.filter((item) => item.size === size).map(({ y }) => y)),
    size,
    page,
  };
}

const chunkOf = ({ text, left, right, order }: Item): Chunk => ({ text, left, right, order });

/** The size that most of the letters have. */
function commonest(items: readonly Item[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of items) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

const wide = "[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u2014\\u2018-\\u201d\\u2026]";
const beside = new RegExp(`(?<=${wide}) +(?=[\\w%.])|(?<=[\\w%.]) +(?=${wide})`, "g");

/** Typesetting leaves a little room between Chinese and Latin letters or figures, which is no space. */
function withoutTypesetting(text: string): string {
  return text.replace(/\s+/g, " ").replace(beside, "").trim();
}

/** The text of a line and the one that it runs on into: only Latin words need a space between. */
export function joined(before: string, after: string): string {
  // What came before may be long, and is not looked through again for each line.
  const isParted = /^[A-Za-z]/.test(after) && /[A-Za-z,;]/.test(before.at(-1) ?? "");
  return before + (isParted ? " " : "") + after;
}

/** The text of lines that are one paragraph, or one cell. */
export function joinedLines(lines: readonly Line[]): string {
  return lines.reduce((text, line) => joined(text, line.text), "");
}
