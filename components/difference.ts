import { diffArrays } from "diff";

export type Change = { kind: "same" | "added" | "removed"; text: string; hasNumber: boolean };

/** A number stays whole, so that 42 → 45 reads as one change; everything else goes by the character. */
const tokens = /\d+(?:[.,]\d+)*[%％]?|[\s\S]/gu;

/** Past this many edits the texts have little in common, and a comparison would say less than both in full. */
const maxEditLength = 1500;

/** What was added to and removed from a text, character by character. */
export function compareTexts(before: string, after: string): Change[] {
  const changes = diffArrays(split(before), split(after), { maxEditLength });
  if (!changes) return [change("removed", before), change("added", after)];
  return changes.map(({ added, removed, value }) =>
    change(added ? "added" : removed ? "removed" : "same", value.join("")),
  );
}

function split(text: string): string[] {
  return text.match(tokens) ?? [];
}

function change(kind: Change["kind"], text: string): Change {
  return { kind, text, hasNumber: kind !== "same" && /\d/.test(text) };
}
