import { joined, type Line } from "./lines";

/** Where the text of a document begins and ends on its lines, and how far apart these stand. */
export type Measure = { left: number; right: number; pitch: number };
export type Paragraph = { text: string; page: number };

const label =
  /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[)）]|\d{1,3}\s?[.．、](?!\d)|第[一二三四五六七八九十百\d]+[条章节]|[①-⑳]|附件|专栏|[一二三四五六七八九十]是)/;
/** The number of a document, a day or a bracket stands on a line of its own under a title. */
const standsAlone =
  /^(?:.{1,8}〔\d{4}〕.*号|（.*）|\d{4}年\d+月\d+日|[〇一二三四五六七八九十]+年.*日)$/;
const endsClause = /[。；;：:！!？?”’）)》]$/;
const endsSentence = /[。；;：:！!？?]$/;

/** Measures the text outside tables: its edges where several lines have them, the distance that is common. */
export function measureOf(lines: readonly Line[]): Measure {
  const lefts = edges(lines.map(({ left }) => left));
  const rights = edges(lines.map(({ right }) => right));
  const distances = lines
    .slice(1)
    .map((line, i) => (lines[i]?.page === line.page ? line.y - (lines[i]?.y ?? 0) : 0))
    .filter((distance) => distance > 1)
    .sort((a, b) => a - b);
  return {
    // Most lines may be first ones, and begin further in.
    left: Math.min(...lefts.filter(isCommon(0.1)).map(placeOf)),
    // Punctuation hangs over the edge of a line now and then.
    right: Math.max(...rights.filter(isCommon(0.5)).map(placeOf)),
    pitch: distances[Math.floor(distances.length / 5)] ?? 0,
  };
}

type Edge = { place: number; times: number };
const placeOf = ({ place }: Edge) => place;
const isCommon =
  (part: number) =>
  ({ times }: Edge, _: number, all: Edge[]) =>
    times >= Math.max(...all.map((each) => each.times)) * part;

/** Where lines begin or end, within the width of a few letters' strokes. */
function edges(values: readonly number[]): Edge[] {
  const times = new Map<number, number>();
  for (const value of values) {
    const place = Math.round(value / 3) * 3;
    times.set(place, (times.get(place) ?? 0) + 1);
  }
  const found = [...times].map(([place, count]) => ({ place, times: count }));
  const several = found.filter((edge) => edge.times > 1);
  return several.length > 0 ? several : found;
}

/** Joins the lines that run on. */
export function paragraphsOf(lines: readonly Line[], measure: Measure): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const last = paragraphs.at(-1);
    if (!before || !last || begins(before, line, measure))
      paragraphs.push({ text: line.text, page: line.page });
    else last.text = joined(last.text, line.text);
  }
  return paragraphs;
}

function begins(before: Line, line: Line, measure: Measure): boolean {
  const em = line.size;
  if (Math.abs(line.size - before.size) > 1) return true;
  const distance = line.page === before.page ? line.y - before.y : 0;
  if (distance > Math.min(measure.pitch * 1.3, em * 3)) return true;
  const isLabelled = label.test(line.text);
  const isFull = before.right > measure.right - Math.max(em * 2.6, roomFor(line));
  const isCentred = centred(line, measure);
  if (isCentred && (isFull || centred(before, measure)))
    return (
      isLabelled ||
      standsAlone.test(line.text) ||
      standsAlone.test(before.text) ||
      endsSentence.test(before.text)
    );
  if (!isFull) return true;
  const isIndented = line.left > measure.left + em * 1.2;
  if (isIndented)
    return isLabelled || endsSentence.test(before.text) || isFirstLine(before, line, em);
  return isLabelled && endsClause.test(before.text);
}

const unbroken = /^[“‘（《〈【〔(]*(?:[\w.%/:-]+|.)[，。、；：？！”’）》〉】〕),.;]*/;

/** What the first word of a line would have taken on the line before, and a letter more. */
function roomFor({ text, size }: Line): number {
  const word = unbroken.exec(text)?.[0] ?? "";
  const letters = [...word].reduce((sum, sign) => sum + (sign < "\u2000" ? 0.55 : 1), 1);
  return letters * size;
}

/** Indented deeper than the line before: a first line, unless that one hangs out with its label. */
function isFirstLine(before: Line, line: Line, em: number): boolean {
  return line.left > before.left + em * 1.2 && !label.test(before.text);
}

function centred({ left, right, size }: Line, measure: Measure): boolean {
  const [before, after] = [left - measure.left, measure.right - right];
  return before > size * 1.2 && Math.abs(before - after) < size * 1.2;
}
