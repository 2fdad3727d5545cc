import type { CandidateTarget } from "@/lib/domain/imports/candidates";

/** A target in a bare text: its words, and those of its name, from sign to sign (exclusive). */
export type TargetFound = {
  rule: string;
  from: number;
  to: number;
  name: { from: number; to: number } | null;
  comparator: CandidateTarget["comparator"];
  value: string;
  unit: string;
};

/** One form of targets; `read` gives null where the words only look like one. */
export type TargetForm = {
  rule: string;
  pattern: RegExp;
  read: (match: RegExpExecArray, text: string) => TargetFound | null;
};

/** Which way a number counts, by the words before (不低于) and behind it (以上). */
export function comparatorOf(before: string, after: string): CandidateTarget["comparator"] {
  if (/以上|余|多/.test(after) || /不低于|不少于|超过|突破|高于|以上|至少/.test(before))
    return /不超过|不高于|不突破/.test(before) ? "at_most" : "at_least";
  if (/以下/.test(after) || /不高于|低于|不超过|少于|不突破|至多/.test(before)) return "at_most";
  if (/内/.test(after)) return "within";
  if (/左右/.test(after) || /约|大约/.test(before)) return "about";
  return "equal";
}

/** Where the words of a group stand, counted from those of the whole match. */
export function groupPlace(
  match: RegExpExecArray,
  group: string,
): { from: number; to: number } | null {
  const words = match.groups?.[group];
  if (!words) return null;
  const from = match.index + match[0].indexOf(words);
  return { from, to: from + words.length };
}
