import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { TooLong } from "@/lib/imports/too-long";

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** Beyond these a page is made to keep a reader busy: depth is that of browsers, more elements than a book has words. */
const most = { depth: 512, elements: 300_000, attributes: 300 };

/** What the parser makes, with how deep it stands. */
type Nested = { depth?: number };

/** The body of a page as browsers see it (WHATWG HTML 13.2). Throws on one that no reader could get through in time. */
export function parsePage(text: string): Element {
  if (countAttributes(text) > most.attributes) throw new Error("A tag without an end");
  let elements = 0;
  const nest = (parent: object, node: object) => {
    const depth = ((parent as Nested).depth ?? 0) + 1;
    (node as Nested).depth = depth;
    if (depth > most.depth) throw new Error("Nested too deep");
  };
  const page = parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...given) {
        if (++elements > most.elements) throw new TooLong();
        return defaultTreeAdapter.createElement(...given);
      },
      appendChild(parent, node) {
        nest(parent, node);
        defaultTreeAdapter.appendChild(parent, node);
      },
      insertBefore(parent, node, before) {
        nest(parent, node);
        defaultTreeAdapter.insertBefore(parent, node, before);
      },
    },
  });
  const html = page.childNodes.find((node) => isElement(node) && node.tagName === "html");
  const body = html && elementsOf(html as Element).find(({ tagName }) => tagName === "body");
  if (!body) throw new Error("No body");
  return body;
}

/** The most attributes that a tag has: a parser compares each with all before it. Values may hold what ends a tag. */
function countAttributes(text: string): number {
  let highest = 0;
  const beginning = /<(?:!--|(script|style|textarea|title|xmp)\b|[a-z])/gi;
  for (let found = beginning.exec(text); found; found = beginning.exec(text)) {
    const attribute = /[\s/]*(?:=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)|[^\s/>=]+)/y;
    attribute.lastIndex = found.index + 1;
    let count = 0;
    while (found[0] !== "<!--" && attribute.test(text)) {
      beginning.lastIndex = attribute.lastIndex;
      if (++count > most.attributes) return count;
    }
    highest = Math.max(highest, count);
    // What stands in a comment or a program is no tag, to its end or that of the page.
    const end = found[0] === "<!--" ? /-->/g : found[1] && new RegExp(`</${found[1]}`, "gi");
    if (!end) continue;
    end.lastIndex = beginning.lastIndex;
    if (!end.test(text)) break;
    beginning.lastIndex = end.lastIndex;
  }
  return highest;
}

export const isElement = (node: Node): node is Element => "tagName" in node;

export function elementsOf(element: Element): Element[] {
  return element.childNodes.filter(isElement);
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** What a page holds for programs and for those who type. */
const unread =
  /^(?:script|style|noscript|template|head|title|meta|link|iframe|object|embed|svg|math|canvas|audio|video|input|button|select|textarea|datalist|map|area|rp|rt)$/;
export const isUnread = ({ tagName }: Element) => unread.test(tagName);

/** Whether the page itself hides an element. */
export function isHidden(element: Element): boolean {
  const style = attributeOf(element, "style") ?? "";
  return (
    attributeOf(element, "hidden") !== undefined ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  );
}

/** All words of an element that can be seen, in one line. */
export function wordsOf(node: Node): string {
  const words: string[] = [];
  const collect = (each: Node) => {
    if (each.nodeName === "#text" && "value" in each) words.push(each.value);
    if (!isElement(each) || isUnread(each) || isHidden(each)) return;
    for (const child of each.childNodes) collect(child);
    if (/^(?:p|div|li|tr|td|h[1-6]|br)$/.test(each.tagName)) words.push(" ");
  };
  collect(node);
  return words.join("").replace(/\s+/gu, " ").trim();
}
