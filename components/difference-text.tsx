import { useTranslations } from "next-intl";
import { type Change, compareTexts } from "./difference";

/** A text with what was added and removed since the one before; the words for it reach a screen reader too. */
export function DifferenceText({ before, after }: { before: string; after: string }) {
  // A change begins where the one before it ended, which no other does.
  let start = 0;
  return compareTexts(before, after).map((change) => {
    const key = start;
    start += change.text.length;
    return <Piece key={key} change={change} />;
  });
}

function Piece({ change: { kind, text, hasNumber } }: { change: Change }) {
  const t = useTranslations("work.review");
  if (kind === "same") return text;
  const Mark = kind === "added" ? "ins" : "del";
  const look = kind === "added" ? "bg-done-tint text-done" : "bg-alarm-tint text-alarm";
  const number = hasNumber ? "font-bold outline-2 outline-caution" : "";
  return (
    <Mark className={`rounded-sm px-0.5 ${look} ${number}`}>
      <span className="sr-only">[{t(kind)}] </span>
      {text}
      <span className="sr-only"> [{t(`${kind}End`)}]</span>
    </Mark>
  );
}
