import type { ReadDocument, ReadPart } from "@/lib/domain/imports/blocks";
import type { Refusal } from "@/lib/domain/refusals";
import { canonical } from "@/lib/imports/canonical";
import { plainLines } from "@/lib/imports/plain-signs";
import { insistOnLength, mostBlocks, refusalOf, TooLong } from "@/lib/imports/too-long";
import { goesOn } from "./broken-paragraphs";
import type { Decoded } from "./decode";
import { tableAt } from "./text-tables";
import { joinWrapped } from "./wrapped-lines";

/** A text as it was pasted, or as a file of text was decoded: a paragraph per line, tables where tabs part cells. Refuses one that is too long. */
export function readText({ text, isGuessed }: Decoded): ReadDocument | Refusal {
  try {
    insistOnLength(text.length);
    const parts = partsOf(plainLines(text));
    return canonical(parts, isGuessed ? [{ code: "encoding_guessed" }] : []);
  } catch (error) {
    return refusalOf(error);
  }
}

function partsOf(text: string): ReadPart[] {
  if ((text.match(/[^\n][\n\t]/gu)?.length ?? 0) > mostBlocks) throw new TooLong();
  const lines = text.replace(/\n{3,}/gu, "\n\n").split("\n");
  const parts: ReadPart[] = [];
  let prose: string[] = [];
  const flush = () => {
    for (const paragraph of paragraphsOf(prose)) parts.push(paragraph);
    prose = [];
  };
  for (let i = 0; i < lines.length; ) {
    const found = tableAt(lines, i);
    if (found) {
      flush();
      parts.push(found.table);
      i = found.next;
    } else prose.push(lines[i++] ?? "");
  }
  flush();
  return parts;
}

type Paragraph = Extract<ReadPart, { kind: "paragraph" }>;

/** The paragraphs of lines of prose, those put together that a page broke; a heading of Markdown (# …) is one. */
export function paragraphsOf(lines: readonly string[]): Paragraph[] {
  const paragraphs: string[] = [];
  let isApart = false;
  for (const line of joinWrapped(lines).map((each) => each.trim())) {
    if (line === "") isApart = true;
    else {
      const before = paragraphs.at(-1);
      if (isApart && before && goesOn(before, line)) paragraphs[paragraphs.length - 1] += line;
      else paragraphs.push(line);
      isApart = false;
    }
  }
  return paragraphs.map((text) => {
    const [, marks, heading] = /^(#{1,6})\s+(\S.*)$/u.exec(text) ?? [];
    return marks && heading
      ? { kind: "paragraph", text: heading, outline: marks.length }
      : { kind: "paragraph", text };
  });
}
