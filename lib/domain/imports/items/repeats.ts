import type { Draft } from "./draft";

/** One item for a task that stands in the body and in an attached table. */
export function withoutRepeats(_text: string, drafts: Draft[]): Draft[] {
  return drafts;
}
