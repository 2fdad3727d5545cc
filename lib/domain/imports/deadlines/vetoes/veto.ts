import type { Scene, TimeFound } from "@/lib/domain/imports/deadlines/forms/form";

/** Why words that read like a time set no deadline in running text. */
export type Veto = { rule: string; applies: (found: TimeFound, scene: Scene) => boolean };

/** The words of a time in its text. */
export function wordsOf({ from, to }: TimeFound, text: string): string {
  return text.slice(from, to);
}
