import { useTranslations } from "next-intl";
import { type Change, compareTexts } from "./difference";

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
