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

/** The question that a stretch of text puts; `place` is null where it is not numbered. */
export function question(text: string, place: SectionKind | null = null): Question {
  const words = bare(text);
  const sentences = words.split(/(?<=[。！？；;])/u).filter((sentence) => sentence !== "");
  const clauses = words.split(/[，,。！？；;：:、（）()]/u).filter((clause) => clause !== "");
  return { words, sentences, clauses, place };
}
