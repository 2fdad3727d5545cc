/** Nothing of these begins a line (避头), nothing of those ends one (避尾): GB/T 15834. */
const closers = "，。；：、！？）》”’〉」』】…—·%）,.;:!?)]";
const openers = "（《“‘〈「『【([";
const pieces = new RegExp(
  `[${escaped(openers)}]*(?:[A-Za-z0-9][A-Za-z0-9.+/-]*|.)[${escaped(closers)}]*`,
  "gu",
);

function escaped(chars: string): string {
  return chars.replace(/[\]\\^-]/g, "\\$&");
}

/** How wide text is in ems, rather more than less: a Chinese character is one, a letter or a figure about half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += /[ -~]/.test(char) ? (/[A-Z@%&mw]/.test(char) ? 0.9 : 0.58) : 1;
  return width;
}

/** Text in lines of so many ems, at most so many; what does not fit ends in an ellipsis. */
export function wrapText(text: string, ems: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text, ems)) {
    if (line !== "" && widthOf(line + piece) > ems) {
      lines.push(line.trim());
      line = "";
      if (lines.length > most) break;
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
  while (chars.length > 0 && widthOf(`${chars.join("")}…`) > ems) chars.pop();
  while (chars.length > 0 && `${closers}${openers}`.includes(chars.at(-1) ?? "")) chars.pop();
  return `${chars.join("")}…`;
}
