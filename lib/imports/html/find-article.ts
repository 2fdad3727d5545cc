import { isFurniture, type Weight, weigh } from "./furniture";
import { type Element, elementsOf, isElement, isHidden, isUnread, wordsOf } from "./parse-page";

export type Article = {
  element: Element;
  /** The heading above it, where the article does not say it itself. */
  title: string | null;
  /** Parts of the page that were left out, inside the article and around it. */
  furniture: Set<Element>;
  around: string[];
};

/** An element that holds this much of the page's text leads on to the article. */
const most = 0.8;
const ends = /^(?:p|h[1-6]|ol|ul|li|pre|dl)$/;
const prose = /^(?:p|table|ol|ul|pre|dl|blockquote)$/;

/** The part of a page that is its article: the innermost that holds nearly all text which is not menus and links. */
export function findArticle(body: Element): Article {
  const weights = weigh(body);
  const all = own(weights.get(body));
  const furniture = new Set<Element>();
  const kept = new Map<Element, number>();
  const sift = (element: Element): number => {
    let text = own(weights.get(element));
    for (const child of elementsOf(element)) {
      if (isUnread(child) || isHidden(child)) continue;
      const isAround = isFurniture(child, weights, all);
      if (isAround) furniture.add(child);
      // The title of a page may stand by itself, and weigh as much as a short letter.
      if (isAround || child.tagName === "h1") text -= own(weights.get(child));
      else if (child.tagName !== "table" || isFrame(child))
        text -= own(weights.get(child)) - sift(child);
    }
    kept.set(element, text);
    return text;
  };
  const total = sift(body);

  let element = body;
  const path = [body];
  while (!hasProse(element, furniture)) {
    const next = elementsOf(element).find((child) => leadsOn(child, kept, furniture, total));
    if (!next) break;
    element = next;
    path.push(next);
  }
  const beside = path
    .slice(0, -1)
    .flatMap((each, i) => each.childNodes.filter((child) => child !== path[i + 1]))
    .filter((node) => isElement(node) || node.nodeName === "#text");
  const title = headingIn(beside.filter(isElement));
  const isSaid = title !== null && bare(wordsOf(element)).slice(0, 2000).includes(bare(title));
  const around = beside.map(wordsOf).filter((words) => words !== "" && (isSaid || words !== title));
  return {
    element,
    title: isSaid ? null : title,
    furniture,
    around,
  };
}

const own = (weight: Weight | undefined) => (weight ? weight.text - weight.links : 0);
const bare = (text: string) => text.replace(/\s+/gu, "");

/** Whether paragraphs or tables of the article stand in this element itself. A table may be only a frame for others. */
function hasProse(element: Element, furniture: Set<Element>): boolean {
  if (/^(?:table|tbody|tr)$/.test(element.tagName)) return false;
  const isProse = (child: Element) => {
    if (furniture.has(child) || !prose.test(child.tagName) || wordsOf(child) === "") return false;
    return child.tagName !== "table" || !isFrame(child);
  };
  return (
    elementsOf(element).some(isProse) ||
    element.childNodes.some((node) => node.nodeName === "#text" && wordsOf(node) !== "")
  );
}

/** A table that sets out the page: another table is in it, or all its rows are single cells. */
export function isFrame(table: Element): boolean {
  const rows = rowsOf(table);
  const holdsTable = (element: Element): boolean =>
    elementsOf(element).some((child) => child.tagName === "table" || holdsTable(child));
  return rows.every((row) => elementsOf(row).length <= 1) || rows.some(holdsTable);
}

/** The rows of a table, in its sections or without. */
export function rowsOf(table: Element): Element[] {
  return elementsOf(table).flatMap((child) => {
    if (child.tagName === "tr") return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName)
      ? elementsOf(child).filter(({ tagName }) => tagName === "tr")
      : [];
  });
}

function leadsOn(
  child: Element,
  kept: Map<Element, number>,
  furniture: Set<Element>,
  total: number,
) {
  if (furniture.has(child) || ends.test(child.tagName)) return false;
  return total > 0 && (kept.get(child) ?? 0) >= total * most;
}

/** The first heading of the page's first level that stands beside the article. */
function headingIn(elements: readonly Element[]): string | null {
  for (const element of elements) {
    if (isUnread(element) || isHidden(element)) continue;
    if (element.tagName === "h1") return wordsOf(element) || null;
    const found = headingIn(elementsOf(element));
    if (found) return found;
  }
  return null;
}
