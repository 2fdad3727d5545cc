import type { ReadWarning } from "@/lib/domain/imports/blocks";
import type { Line } from "./lines";

/** The lines of one page, the height of which tells what its margins are. */
export type PageLines = { number: number; height: number; lines: Line[]; artifacts: Set<Line> };

const pageNumber = new RegExp(
  [
    "^[—–\\-－·~～]+\\s*\\d{1,4}\\s*[—–\\-－·~～]+$",
    "^第?\\s*\\d{1,4}\\s*页\\s*([,，/]?\\s*共\\s*\\d{1,4}\\s*页)?$",
    "^\\d{1,4}\\s*/\\s*\\d{1,4}$",
    "^page\\s*\\d{1,4}(\\s*(of|/)\\s*\\d{1,4})?$",
  ].join("|"),
  "i",
);
/** How much of a page's height is margin: a number may stand there, and what is on every page there is a running head. */
const margins = { number: 0.12, head: 0.1 };

/** Takes the page numbers and the running heads and feet off the pages' lines; each becomes a warning. */
export function withoutFurniture(pages: readonly PageLines[]): {
  pages: PageLines[];
  warnings: ReadWarning[];
} {
  const heads = repeated(pages);
  const warnings: ReadWarning[] = [];
  const left = pages.map((page) => {
    const isFurniture = (line: Line) => {
      const depth = depthOf(page, line);
      if (depth > margins.number || !isAtEdge(page, line)) return false;
      if (pageNumber.test(line.text) || page.artifacts.has(line)) return true;
      return heads.has(headOf(page, line));
    };
    const off = page.lines.filter(isFurniture);
    for (const { text: words } of off)
      warnings.push({ code: "page_furniture", page: page.number, words });
    return { ...page, lines: page.lines.filter((line) => !off.includes(line)) };
  });
  return { pages: left, warnings };
}

/** How near to the top or bottom a line stands, as a part of the page's height. */
function depthOf({ height }: PageLines, { y }: Line): number {
  return Math.min(y, height - y) / height;
}

/** Among the first or last three lines. */
function isAtEdge({ lines }: PageLines, line: Line): boolean {
  const place = lines.indexOf(line);
  return place < 3 || place >= lines.length - 3;
}

/** What stands on several pages at one height with the same words, their figures aside. */
const headOf = ({ height }: PageLines, { text, y }: Line) =>
  `${text.replace(/\d+/g, "0")} ${y < height / 2 ? "above" : "below"}`;

function repeated(pages: readonly PageLines[]): Set<string> {
  const times = new Map<string, number[]>();
  for (const page of pages)
    for (const line of page.lines) {
      if (depthOf(page, line) > margins.head || !isAtEdge(page, line)) continue;
      const head = headOf(page, line);
      times.set(head, [...(times.get(head) ?? []), line.y]);
    }
  const isHead = ([, ys]: [string, number[]]) =>
    ys.length >= Math.max(2, Math.min(3, pages.length)) && Math.max(...ys) - Math.min(...ys) < 6;
  return new Set([...times].filter(isHead).map(([head]) => head));
}
