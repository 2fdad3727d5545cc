import type { Place } from "./quotes";

/** What a 更正 is about. */
export const correctedSubjects = ["task", "document", "plan"] as const;
export type CorrectedSubject = (typeof correctedSubjects)[number];

/** One field before and after a 更正; of a document's text only the words that were wrong, and where they begin. */
export type Change = {
  field: string;
  before: string | number | null;
  after: string | number | null;
  at?: number;
};

/** Words of a text and what stands in their place: UTF-16 indices. */
export type TextChange = { at: number; before: string; after: string };

/** The text with other words in the place of those that were wrong; null where those do not stand there. */
export function changedText(text: string, { at, before, after }: TextChange): string | null {
  if (before === "" || text.slice(at, at + before.length) !== before) return null;
  return text.slice(0, at) + after + text.slice(at + before.length);
}

/** Where a quote stands after such a change; null where the change would cut it in two, or leave nothing of it. */
export function shiftedPlace(
  { start, end }: Place,
  { at, before, after }: TextChange,
): Place | null {
  const until = at + before.length;
  const by = after.length - before.length;
  if (end <= at) return { start, end };
  if (until <= start) return { start: start + by, end: end + by };
  if (start <= at && until <= end && end + by > start) return { start, end: end + by };
  return null;
}

/** The change that takes a change back. */
export function inverse({ at, before, after }: TextChange): TextChange {
  return { at, before: after, after: before };
}

export function textChangeOf({ field, before, after, at }: Change): TextChange | null {
  if (field !== "text" || at === undefined) return null;
  return { at, before: String(before), after: String(after) };
}

/**
 * A row as it was before some 更正, the last of which comes first. A past day is shown as it was shown then: what was a
 * typing error is one there, and the 更正记录 says so.
 */
export function beforeCorrections<Row extends object>(row: Row, changes: readonly Change[]): Row {
  const own = changes.filter(({ field }) => field !== "text" && field in row);
  return own.length === 0
    ? row
    : { ...row, ...Object.fromEntries(own.map(({ field, before }) => [field, before])) };
}

type Quoted = { quoteStart: number; quoteEnd: number };

/** A text before some 更正 of it, the last first. */
export function textBefore(text: string, changes: readonly Change[]): string {
  return changes.reduce((now, change) => {
    const made = textChangeOf(change);
    return made ? (changedText(now, inverse(made)) ?? now) : now;
  }, text);
}

/** Where a quote stood before some 更正 of the text around it, the last first. */
export function placeBefore<Row extends Quoted>(row: Row, changes: readonly Change[]): Row {
  const place = changes.reduce<Place>(
    (now, change) => {
      const made = textChangeOf(change);
      return made ? (shiftedPlace(now, inverse(made)) ?? now) : now;
    },
    { start: row.quoteStart, end: row.quoteEnd },
  );
  return { ...row, quoteStart: place.start, quoteEnd: place.end };
}

/** Where a quote stands is told by the quote, and a due day's baseline where the day itself changes with it. */
export function isOwnWords({ field }: Change, _index: number, changes: readonly Change[]): boolean {
  if (field === "quoteStart" || field === "quoteEnd") return false;
  return field !== "baselineDueOn" || changes.every((each) => each.field !== "dueOn");
}
