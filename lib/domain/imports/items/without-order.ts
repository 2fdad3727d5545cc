import { isDirective } from "@/lib/domain/imports/kinds/rules";
import { depthOf, type Node } from "@/lib/domain/imports/structure/tree";
import type { Setting } from "./draft";
import { bodyOf, headingOf } from "./headings";

/** A section of the first level whose one paragraph orders nothing: 招生对象, 基本概念. */
export function isSectionWithoutOrder(text: string, node: Node, { section }: Setting): boolean {
  if (section !== "measure" || depthOf(node) > 0 || node.children.length > 0) return false;
  const [paragraph] = bodyOf(node);
  const isHeading = headingOf(text, node)?.rest === null;
  return (
    isHeading &&
    paragraph !== undefined &&
    (!isDirective(paragraph.words) || tellsWhatWasDone(paragraph.words))
  );
}

/** An account of some sentences that begins and ends with what was done, whatever had to be heeded in between. */
function tellsWhatWasDone(words: string): boolean {
  const sentences = words.split(/(?<=[。；])/u).filter((sentence) => sentence !== "");
  const done = /以来，|[\u4e00-\u9fa5]{2}了(?![解结])/u;
  return (
    sentences.length >= 3 && done.test(sentences[0] ?? "") && done.test(sentences.at(-1) ?? "")
  );
}

/** Numbers that list whom or what something holds for, below words that order nothing. */
export function listsWithoutOrder(text: string, node: Node): boolean {
  const lead = [node.first, ...bodyOf(node).map(({ place }) => place)];
  return (
    node.children.length > 0 &&
    !lead.some((place) => place && isDirective(text.slice(place.start, place.end)))
  );
}
