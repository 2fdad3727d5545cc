// A text from a newspaper page, a terminal or a mail breaks its lines at an edge, in the middle of sentences.

/** Widths in columns: a narrow newspaper column has a dozen signs, a page of a mail up to eighty of them. */
const edges = { least: 24, most: 160 };
/** How many lines must run up to the edge in mid-sentence before the text counts as broken there. */
const least = { lines: 3, share: 0.4, withPunctuation: 1 / 3 };

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d\u2026\u2014]/gu;
const width = (text: string) => text.length + (text.match(wide)?.length ?? 0);
/** A word of letters and digits, or one sign with the punctuation that may not begin a line. */
const firstWord = /^(?:[\w.%+-]+|[^\s])[，。、；：？！）》”’…]*/u;
const sentenceEnd = /[。！？；：!?;:][”’）)》]*$/u;
const punctuation = /[，。；、,;]/u;
const indent = /^(?:\u3000|[ \u00a0]{2,}|\t)/u;
/** What begins a paragraph wherever a line begins with it, and what does so behind a whole sentence. */
const number =
  /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]|\d{1,3}(?:[、．]|\.(?!\d)))/u;
const otherLabel =
  /^(?:第[一二三四五六七八九十百零〇\d]+[章节条编]|[一二三四五六七八九十]+[是要]|附件|[①-⑳])/u;
export const isLabelled = (line: string) => number.test(line) || otherLabel.test(line);

/** Puts lines that were broken at the edge of a page together again; a text whose lines are paragraphs comes back as it is. */
export function joinWrapped(given: readonly string[]): string[] {
  const lines = withoutCommonIndent(given.map((line) => line.trimEnd()));
  const edge = edgeOf(lines);
  if (edge === null) return lines;
  const isMarked = lines.some((line) => line === "" || indent.test(line));
  const joined: string[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const goesOn = before !== undefined && runsOn(before, line, edge, isMarked);
    if (goesOn) joined.at(-1)?.push(spaceBetween(before, line.trimStart()), line.trimStart());
    else joined.push([line]);
  });
  return joined.map((pieces) => pieces.join(""));
}

/** Whether a line goes on in the next: it is full, and nothing there begins a paragraph. */
function runsOn(line: string, next: string, edge: number, isMarked: boolean): boolean {
  if (!isFull(line, next, edge) || indent.test(next) || number.test(next)) return false;
  return !sentenceEnd.test(line) || (isMarked && !otherLabel.test(next));
}

/** The next line's first word would not have fitted in. */
function isFull(line: string, next: string, edge: number): boolean {
  if (line === "" || next === "") return false;
  const used = width(line);
  const word = firstWord.exec(next.trimStart())?.[0] ?? "";
  return used >= edge * 0.6 && used <= edge + 4 && used + width(word) > edge - 2;
}

/** Where the lines break, in columns; null where they are paragraphs. A few lines may be longer. */
function edgeOf(lines: readonly string[]): number | null {
  const widths = lines
    .filter((line) => line !== "")
    .map(width)
    .sort((a, b) => b - a);
  const edge = widths[Math.floor(widths.length / 20)] ?? 0;
  if (edge < edges.least || edge > edges.most) return null;
  const followed = lines.flatMap((line, i) =>
    line !== "" && lines[i + 1] ? [[line, lines[i + 1] ?? ""] as const] : [],
  );
  const cut = followed
    .filter(([line, next]) => !sentenceEnd.test(line) && runsOn(line, next, edge, true))
    .map(([line]) => line);
  const punctuated = cut.filter((line) => punctuation.test(line)).length;
  const isWrapped =
    cut.length >= least.lines &&
    cut.length >= followed.length * least.share &&
    punctuated >= cut.length * least.withPunctuation;
  return isWrapped ? edge : null;
}

/** Between letters or digits the break stood for a space. */
function spaceBetween(before: string, after: string): string {
  return /[\w.,;:%)]$/.test(before) && /^\w/.test(after) ? " " : "";
}

function withoutCommonIndent(lines: string[]): string[] {
  const written = lines.filter((line) => line !== "");
  const indents = written.map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, each) => Math.min(least, each), indents[0] ?? 0);
  return common > 0 ? lines.map((line) => line.slice(common)) : lines;
}
