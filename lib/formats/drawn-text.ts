import { cleanText } from "./markup";

const undrawable =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Variation_Selector}|\p{Cf}|\p{Co}/gu;

/** The font draws this as wide as a Chinese character; between letters it is an apostrophe. */
const apostrophe = /(?<=[A-Za-z])’(?=[A-Za-z])/g;

/** Text in one line for a picture or a print: its font draws no emoji and no marks without width. */
export function drawnText(text: string): string {
  const plain = cleanText(text).replace(undrawable, "").replace(apostrophe, "'");
  return plain.replace(/\s+/g, " ").trim();
}

/** Nothing of these begins a line (避头), nothing of those ends one (避尾): GB/T 15834. */
const closers = "，。；：、！？）》”’〉」』】…—·%）,.;:!?)]";
const openers = "（《“‘〈「『【([";
const classOf = (chars: string) => `[${chars.replace(/[\]\\^-]/g, "\\$&")}]`;
const pieces = new RegExp(
  `${classOf(openers)}*(?:[A-Za-z0-9][A-Za-z0-9.+/-]*|.)${classOf(closers)}*`,
  "gu",
);

/** How wide the font draws what is narrower or wider than most letters, in its wider face, in steps of a twentieth. */
const widths: [RegExp, number][] = [
  [/[^ -~]/, 1],
  [/ /, 0.25],
  [/[',.:;Iijl|]/, 0.35],
  [/[!()\-/[\]\\f{}]/, 0.4],
  [/[rt]/, 0.45],
  [/[s*?cz]/, 0.55],
  [/["#$+0-9<=>FJLY^_aegvxy~]/, 0.6],
  [/[BCKPR]/, 0.7],
  [/[&DGHNOQU]/, 0.8],
  [/[MWmw%@]/, 1.05],
];

/** How wide text is in ems, rather more than less: a Chinese character is one, a letter or a figure about half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += widths.find(([chars]) => chars.test(char))?.[1] ?? 0.65;
  return width;
}

/** Text in lines of so many ems, at most so many of them; what does not fit ends in an ellipsis. */
export function wrapText(text: string, ems: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(drawnText(text), ems)) {
    if (line !== "" && widthOf(line + piece) > ems) {
      lines.push(line.trim());
      line = "";
    }
    line += piece;
  }
  if (line.trim() !== "") lines.push(line.trim());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shorten(lines[most - 1] ?? "", ems)];
}

/** A piece that no line holds is cut by characters. */
function piecesOf(text: string, ems: number): string[] {
  return (text.match(pieces) ?? []).flatMap((piece) =>
    widthOf(piece) > ems ? [...piece] : [piece],
  );
}

function shorten(line: string, ems: number): string {
  const chars = [...line];
  const overlong = () => widthOf(`${chars.join("")}…`) > ems;
  const unfinished = () => `${closers}${openers}`.includes(chars.at(-1) ?? " ");
  while (chars.length > 0 && (overlong() || unfinished())) chars.pop();
  return `${chars.join("")}…`;
}
