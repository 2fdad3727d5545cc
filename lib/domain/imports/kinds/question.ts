import { bare } from "@/lib/domain/imports/structure/lines";
import type { SectionKind } from "@/lib/domain/imports/structure/sections";

/** What the rules are asked about: the words of a paragraph or of a row, and in what section it is numbered. */
export type Question = {
  words: string;
  sentences: string[];
  clauses: string[];
  place: SectionKind | null;
};

/** One reason for or against a stretch ordering something; its weight is printed beside the proposal. */
export type KindRule = { rule: string; weight: number; speaks: (of: Question) => boolean };

/** 为加快建设，决定安排资金: what is wanted of what was decided orders nothing. */
const purpose = /^为(?!主)[^。]{4,80}?，(?=(?:经[^，。]{2,20}，)?(?:现|特|决定))/u;

/** A heading line ends as a sentence does: what stands below it begins a clause. */
const headingLine = /^\s*([^。；，,;\n]{2,30})(?=\n)/u;

/** The question that a stretch of text puts; `place` is null where it is not numbered. */
export function question(text: string, place: SectionKind | null = null): Question {
  const words = bare(text.replace(headingLine, "$1。"));
  const sentences = words.split(/(?<=[。！？；;])/u).filter((sentence) => sentence !== "");
  const clauses = words
    .replace(purpose, "")
    .split(/[，,。！？；;：:、（）()【】〔〕]/u)
    .filter((clause) => clause !== "");
  return { words, sentences, clauses, place };
}
