import type { Place } from "@/lib/domain/documents/quotes";
import { inlineHeading, titleOf, trimmed } from "@/lib/domain/imports/structure/heads";
import { lineKind } from "@/lib/domain/imports/structure/line-kinds";
import { bare, type Line } from "@/lib/domain/imports/structure/lines";
import { sectionKind } from "@/lib/domain/imports/structure/sections";
import type { Node } from "@/lib/domain/imports/structure/tree";

/** What a numbered paragraph says before its content: its words, and the content that stands on the same line. */
export type Heading = { place: Place; words: string; rest: Place | null };

/** The heading of a numbered paragraph: its line, or the beginning of it up to the first 。; null if it has none. */
export function headingOf(text: string, node: Node): Heading | null {
  if (node.first === null) return null;
  const first = trimmed(text, node.first);
  const words = text.slice(first.start, first.end);
  const section = sectionAt(text, first);
  if (section !== null) return section;
  const inline = inlineHeading(text, first);
  if (inline !== null) {
    const rest = trimmed(text, { start: inline.end + 1, end: first.end });
    return { ...named(text, inline), rest: rest.end > rest.start ? rest : null };
  }
  const isLine = !words.includes("。") && bare(words).length <= 60;
  return isLine ? { ...named(text, first), rest: null } : null;
}

/** “工作目标：到2025年底，…”: a heading of a section with its content behind a colon. */
function sectionAt(text: string, { start, end }: Place): Heading | null {
  const found = /^([^，。：:；\n]{2,12})[：:]\s*(?=\S)/u.exec(text.slice(start, end));
  if (found?.[1] === undefined || sectionKind(found[1]) === null) return null;
  const rest = { start: start + found[0].length, end };
  return { ...named(text, { start, end: start + found[1].length }), rest };
}

function named(text: string, place: Place): { place: Place; words: string } {
  const words = text.slice(place.start, place.end);
  const tail = /[：:；;。]+$/u.exec(words);
  const end = tail && tail.index > 0 ? place.start + tail.index : place.end;
  return { place: { start: place.start, end }, words: bare(text.slice(place.start, end)) };
}

/** What the item of a numbered paragraph is called. */
export function titleOfNode(text: string, node: Node): Place {
  const heading = headingOf(text, node);
  if (
    heading !== null &&
    (heading.rest !== null || node.paragraphs.length > 0 || node.children.length > 0)
  )
    return heading.place;
  const first = node.first ?? { start: 0, end: 0 };
  return titleOf(text, trimmed(text, first));
}

/** The paragraphs of a node in which something can be ordered. */
export function bodyOf(node: Node): Line[] {
  return node.paragraphs.filter((line) => {
    const kind = lineKind(line);
    return kind === "text" || (kind === "heading" && !isCaption(line));
  });
}

/** The title of a table: 主要指标, 任务分工表. */
function isCaption({ words }: Line): boolean {
  return (
    words.length <= 30 &&
    !/[，,]/u.test(words) &&
    /(?:指标|表|清单|目录|一览)(?:[（(].*)?$/u.test(words)
  );
}

/** Whether a numbered paragraph is nothing but its heading line. */
export function isHeadingLine(text: string, node: Node): boolean {
  const heading = headingOf(text, node);
  return heading !== null && heading.rest === null;
}
