import { cleanText } from "./markup";

const undrawable =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Variation_Selector}|\p{Cf}|\p{Co}/gu;

/** Text in one line for a picture or a print: its font draws no emoji and no marks without width. */
export function drawnText(text: string): string {
  return cleanText(text).replace(undrawable, "").replace(/\s+/g, " ").trim();
}

/** Nothing of these begins a line (避头), nothing of those ends one (避尾): GB/T 15834. */
const closers = "，。；：、！？）》”’〉」』】…—·%）,.;:!?)]";
const openers = "（《“‘〈「『【([";
const classOf = (chars: string) => `[${chars.replace(/[\]\\^-]/g, "\\$&")}]`;
const pieces = new RegExp(
  `${classOf(openers)}*(?:[A-Za-z0-9][A-Za-z0-9.+/-]*|.)${classOf(closers)}*`,
  "gu",
);

/** How wide text is in ems, rather more than less: a Chinese character is one, a letter or a figure about half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char < " " || char > "~") width += 1;
    else width += /[A-Z@%&mw]/.test(char) ? 0.9 : 0.58;
  }
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
