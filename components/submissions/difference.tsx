import { diffArrays } from "diff";
import { useTranslations } from "next-intl";

/** A text with what was added and removed since the one before; the words for it reach a screen reader too. */
export function DifferenceText({ before, after }: { before: string; after: string }) {
  let end = 0;
  return compareTexts(before, after).map((change) => {
    end += change.text.length;
    return <Piece key={end} change={change} />;
  });
}

function Piece({ change: { kind, text } }: { change: Change }) {
  const t = useTranslations("work.review");
  if (kind === "same") return text;
  const Mark = kind === "added" ? "ins" : "del";
  const look = kind === "added" ? "bg-done-tint text-done" : "bg-alarm-tint text-alarm";
  return (
    <Mark className={`rounded-sm px-0.5 ${look}`}>
      <span className="sr-only">[{t(kind)}] </span>
      <Numbers text={text} />
      <span className="sr-only"> [{t(`${kind}End`)}]</span>
    </Mark>
  );
}

/** Changed text with its numbers made to stand out: they are what a reviewer looks for. */
function Numbers({ text }: { text: string }) {
  let end = 0;
  return text.split(/(\d+(?:[.,]\d+)*[%％]?)/).map((piece, i) => {
    end += piece.length + 1;
    if (i % 2 === 0) return piece;
    return (
      <b key={end} className="rounded-sm bg-caution-tint px-0.5 font-bold text-ink">
        {piece}
      </b>
    );
  });
}

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
