import type { ReadPart } from "@/lib/domain/imports/blocks";
import type { PartWarning } from "@/lib/imports/canonical";
import { labelled } from "@/lib/imports/numerals";
import { paragraphsOf } from "@/lib/imports/text/read-text";
import { isFrame } from "./find-article";
import { listLabels } from "./list-numbers";
import { tableRows } from "./page-table";
import {
  attributeOf,
  type Element,
  isElement,
  isHidden,
  isUnread,
  type Node,
  wordsOf,
} from "./parse-page";

const block =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** The paragraphs and tables of an article in the order of reading; what is furniture, hidden or struck out is listed. */
export function pageParts(article: Element, furniture: ReadonlySet<Element>) {
  const parts: ReadPart[] = [];
  const warnings: PartWarning[] = [];
  // The last sign is kept apart: to ask a long text for it while it grows is slow.
  let [line, last] = ["", ""];
  let label = "";
  let outline: number | undefined;

  const leaveOut = (code: PartWarning["code"], element: Element) => {
    const words = wordsOf({ ...element, attrs: [] });
    if (words !== "") warnings.push({ code, words, part: parts.length });
  };
  /** Whether an element is none of the text, which is noted. */
  const isLeftOut = (element: Element) => {
    if (isUnread(element)) return true;
    const code = furniture.has(element)
      ? "page_furniture"
      : isHidden(element)
        ? "text_hidden"
        : element.tagName === "del"
          ? "text_deleted"
          : null;
    if (code) leaveOut(code, element);
    return code !== null;
  };

  const append = (words: string) => {
    line += words;
    last = words.at(-1) ?? last;
  };
  const flush = () => {
    const lines = line.split("\n");
    [line, last] = ["", ""];
    if (lines.every((each) => each.trim() === "")) return;
    const text = labelled(label, lines.join("\n").trim());
    label = "";
    for (const paragraph of paragraphsOf(text.split("\n")))
      parts.push({ ...paragraph, ...(outline && { outline }) });
  };

  const visit = (node: Node, isPlain: boolean) => {
    if (node.nodeName === "#text" && "value" in node) append(textOf(node.value, isPlain, last));
    if (!isElement(node) || isLeftOut(node)) return;
    if (node.tagName === "br") append("\n");
    else if (node.tagName === "table" && !isFrame(node)) visitTable(node);
    else if (!block.test(node.tagName)) visitAll(node, isPlain);
    else {
      flush();
      visitBlock(node, isPlain);
      flush();
    }
  };
  const visitAll = (element: Element, isPlain: boolean) => {
    for (const child of element.childNodes) visit(child, isPlain);
  };
  const visitBlock = (element: Element, isPlain: boolean) => {
    const [, level] = /^h([1-6])$/.exec(element.tagName) ?? [];
    if (level) outline = Number(level);
    if (element.tagName === "ol") visitList(element, isPlain);
    else visitAll(element, isPlain || element.tagName === "pre" || isPreformatted(element));
    if (level) {
      flush();
      outline = undefined;
    }
  };
  const visitList = (list: Element, isPlain: boolean) => {
    const labels = listLabels(list);
    for (const child of list.childNodes) {
      flush();
      label = isElement(child) ? (labels.get(child) ?? "") : "";
      visit(child, isPlain);
      flush();
    }
    label = "";
  };
  const visitTable = (table: Element) => {
    flush();
    for (const child of table.childNodes)
      if (isElement(child) && child.tagName === "caption") visit(child, false);
    const rows = tableRows(table, cellText).filter((row) => row.length > 0);
    if (rows.length > 0) parts.push({ kind: "table", rows });
  };
  /** A cell's paragraphs and breaks are lines of one text; a list in it keeps its numbers. */
  const cellText = (cell: Element): string => {
    if (isLeftOut(cell)) return "";
    const inside = pageParts({ ...cell, tagName: "div" } as Element, furniture);
    for (const each of inside.warnings) warnings.push({ ...each, part: parts.length });
    return inside.parts.map((part) => (part.kind === "paragraph" ? part.text : "")).join("\n");
  };

  visitAll(article, false);
  flush();
  return { parts, warnings };
}

function isPreformatted(element: Element): boolean {
  return /white-space\s*:\s*pre/i.test(attributeOf(element, "style") ?? "");
}

const blanks = /[ \t\n\f\r]+/g;
const wide = /[\u2e80-\u9fff\uff00-\uffef\u201c\u201d]/u;

/** White space as a page shows it; a line that its source breaks between two signs of Chinese stands for no space. */
function textOf(value: string, isPlain: boolean, before: string): string {
  if (isPlain) return value.replace(/\r\n?/g, "\n");
  return value.replace(blanks, (blank, at: number) => {
    const [last, next] = [value[at - 1] ?? before, value[at + blank.length] ?? ""];
    return blank.includes("\n") && wide.test(last) && wide.test(next) ? "" : " ";
  });
}
