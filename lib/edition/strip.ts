import { type DefaultTreeAdapterTypes, parse, serialize } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const loading = ["preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"];

/**
 * A page as it is stored: without scripts, what loads ahead for them, their nonces and the comments that React finds its
 * way by. `address` may give each link, form and file another address.
 */
export function stripPage(html: string, address: (value: string) => string = same): string {
  const document = parse(html);
  clean(document, address);
  return serialize(document);
}

function same(value: string): string {
  return value;
}

function clean(
  parent: DefaultTreeAdapterTypes.ParentNode,
  address: (value: string) => string,
): void {
  parent.childNodes = parent.childNodes.filter(stays);
  for (const node of parent.childNodes) {
    if (!("tagName" in node)) continue;
    node.attrs = node.attrs
      .filter(({ name }) => name !== "nonce")
      .map((attr) => (isAddress(node, attr.name) ? { ...attr, value: address(attr.value) } : attr));
    clean(node, address);
    if (node.tagName === "template" && "content" in node) clean(node.content, address);
  }
}

function stays(node: Node): boolean {
  if (node.nodeName === "#comment" || node.nodeName === "script") return false;
  return !("tagName" in node) || !isLoading(node);
}

function isLoading(element: Element): boolean {
  const rel = element.attrs.find(({ name }) => name === "rel")?.value ?? "";
  return element.tagName === "link" && loading.includes(rel);
}

function isAddress({ tagName }: Element, name: string): boolean {
  if (name === "src" || name === "action") return true;
  return name === "href" && tagName !== "use";
}

/** The style sheets and icons that a page asks its own site for. */
export function assetsOf(html: string): string[] {
  const found = html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|icon)"[^>]*>/g);
  return [...found].flatMap(([tag]) => tag.match(/\bhref="(\/[^"]+)"/)?.[1] ?? []);
}
