import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from "parse5";

/** A link of a page: where it leads, and how many things it says are there (`data-count`); null where it says none. */
export type Link = {
  href: string;
  count: number | null;
  /** What is seen of it, but for the words of records: a title may have numbers of its own. */
  text: string;
  /** What stands around it. */
  context: string;
};

/** A list of a page: how many things it says it has (`data-total`), and those that the page shows. */
export type List = {
  /** By what a fragment names it; null for a page's own, which has no heading of its own. */
  id: string | null;
  total: number;
  /** Null where only the number stands there. */
  rows: string[] | null;
  /** The page after this one; and whether this is the first. */
  next: string | null;
  isFirst: boolean;
  /** Leads to the whole list, where the page has only the first of it. */
  whole: boolean;
};

export type PageNumbers = { links: Link[]; lists: List[]; ids: ReadonlySet<string> };

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The numbers of a page and what they lead to. */
export function readNumbers(html: string): PageNumbers {
  const all = [...elementsIn(parse(html))];
  const ways = all.filter(isWay);
  return {
    links: all.filter(({ tagName }) => tagName === "a").map(linkOf),
    lists: all
      .filter((each) => get(each, "data-total") !== undefined)
      .map((holder) => listOf(holder, ways)),
    ids: new Set(all.flatMap((each) => get(each, "id") ?? [])),
  };
}

/** The list that an address leads to: the one its fragment names, or the page's own, or its only one. */
export function listAt(page: PageNumbers, fragment: string): List | undefined {
  if (fragment) return page.lists.find(({ id }) => id === fragment);
  const own = page.lists.filter(({ id }) => id === null);
  if (own.length > 1) throw new Error("A page has two lists without a heading");
  return own[0] ?? (page.lists.length === 1 ? page.lists[0] : undefined);
}

const things =
  /\d ?(?:项|件|条|份|封|人|家|处|个(?!工作日))|^\d+$|[（(]\d+[）)]$|(?<![\w.:-])\d+$|\b\d+ (?:[a-z-]+ )?(?:tasks?|plans?|units?|items?|files?|letters?|people|accounts?|entries|instructions?|measures?|unread)\b|\ball \d+\b/i;
const years = /(?<!\d)(?:19|20)\d\d(?=年|$)/g;

/** Whether a text says how many of something there are: no day, no code, no percentage. */
export function saysNumber(text: string): boolean {
  return things.test(text.trim().replace(years, ""));
}

function linkOf(element: Element): Link {
  const count = get(element, "data-count");
  const around = [...above(element)].find(({ tagName }) => /^(?:li|td|p|nav)$/.test(tagName));
  return {
    href: get(element, "href") ?? "",
    count: count === undefined ? null : Number(count),
    text: isOfRecord(element) ? "" : squeeze(textOf(element, isNoNumber)),
    context: squeeze(textOf(around ?? element)),
  };
}

function listOf(holder: Element, waysOfPage: Element[]): List {
  const inside = [...elementsIn(holder)];
  const total = Number(get(holder, "data-total"));
  const saysOnly = /^(?:p|strong|span)$/.test(holder.tagName);
  const own = inside.filter(isWay);
  const ways = own.length > 0 ? own : waysOfPage.filter((each) => !isInList(each));
  const next = ways.find((each) => get(each, "rel") === "next");
  return {
    ...{ id: get(holder, "aria-labelledby") ?? get(holder, "id") ?? null, total },
    rows: saysOnly ? null : [...rowsIn(holder)].map(nameOf),
    next: (next && get(next, "href")) ?? null,
    isFirst: ways.every((each) => get(each, "rel") !== "prev"),
    whole: inside.some((each) => get(each, "data-count") === String(total)),
  };
}

/** The ways through pages stand in their list, or in none where all lists of a page are turned together. */
const isWay = (element: Element) => ["next", "prev"].includes(get(element, "rel") ?? "");
const isInList = (element: Element) =>
  [...above(element)].some((each) => get(each, "data-total") !== undefined);

/** Rows and items, but for what is in them, and in ways through pages. */
function* rowsIn(node: Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    const isRow = child.tagName === "li" || (child.tagName === "tr" && isInBody(child));
    if (isRow) yield child;
    else if (child.tagName !== "nav") yield* rowsIn(child);
  }
}

const isInBody = ({ parentNode }: Element) =>
  parentNode !== null && tree.isElementNode(parentNode) && parentNode.tagName === "tbody";

/** One and the same row says and leads to the same, on whatever page. */
function nameOf(row: Element): string {
  const hrefs = [...elementsIn(row)].flatMap((each) => get(each, "href") ?? []);
  return `${squeeze(textOf(row))} ${hrefs.join(" ")}`;
}

const isNoNumber = (element: Element) =>
  isOfRecord(element) || get(element, "class")?.split(" ").includes("sr-only") === true;

/** The words of records are marked as Chinese, below the page itself. */
const isOfRecord = (element: Element) => [element, ...above(element)].some(isChinesePart);
const isChinesePart = (element: Element) =>
  get(element, "lang") === "zh-CN" && element.tagName !== "html";

function* elementsIn(node: Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    yield child;
    yield* elementsIn(child);
  }
}

function* above(element: Element): Generator<Element> {
  const { parentNode } = element;
  if (parentNode === null || !tree.isElementNode(parentNode)) return;
  yield parentNode;
  yield* above(parentNode);
}

function childrenOf(node: Node): Element[] {
  return "childNodes" in node ? node.childNodes.filter((each) => tree.isElementNode(each)) : [];
}

function textOf(node: Node, isLeftOut = (_: Element) => false): string {
  if (tree.isTextNode(node)) return node.value;
  if (tree.isElementNode(node) && (isLeftOut(node) || /^(?:script|style)$/.test(node.tagName)))
    return "";
  return "childNodes" in node
    ? node.childNodes.map((each) => textOf(each, isLeftOut)).join("")
    : "";
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

function get({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
