import { diffArrays } from "diff";

export type Change = { kind: "same" | "added" | "removed"; text: string };

/** A number stays whole, so that 42 → 45 reads as one change; everything else goes by the character. */
const tokens = /\d+(?:[.,]\d+)*[%％]?|[\s\S]/gu;

/** Past this many edits the texts have little in common, and a comparison would say less than both in full. */
const maxEditLength = 500;

/** A character or two left standing between two changes is chance, and only breaks up the reading. */
const chance = /^\D{1,2}$/su;

/** What was added to and removed from a text, character by character. */
export function compareTexts(before: string, after: string): Change[] {
  const pieces = diffArrays(split(before), split(after), { maxEditLength });
  if (!pieces) return changed(before, after);
  const changes: Change[] = [];
  let removed = "";
  let added = "";
  for (const [i, piece] of pieces.entries()) {
    const text = piece.value.join("");
    const isBetween = i > 0 && i < pieces.length - 1;
    const isSame = !piece.added && !piece.removed;
    if (isSame && !(isBetween && chance.test(text))) {
      changes.push(...changed(removed, added), { kind: "same", text });
      removed = added = "";
      continue;
    }
    if (!piece.added) removed += text;
    if (!piece.removed) added += text;
  }
  return [...changes, ...changed(removed, added)];
}

function split(text: string): string[] {
  return text.match(tokens) ?? [];
}

function changed(removed: string, added: string): Change[] {
  const both: Change[] = [
    { kind: "removed", text: removed },
    { kind: "added", text: added },
  ];
  return both.filter(({ text }) => text !== "");
}
