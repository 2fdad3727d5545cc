import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { Letter } from "@/lib/domain/letters/letters";
import { LetterBody } from "./letter-list";

type Props = { letter: Letter; answer: { answer: string; corrected: boolean } | null };

/** A letter as its writer finds it again: the number, how far it has come, the answer once it is given out. */
export function LetterReceipt({ letter, answer }: Props) {
  const t = useTranslations("letters");
  const { receipt, kind } = letter;
  return (
    <div className="mt-4 max-w-2xl space-y-6">
      <div className="border-2 border-brand bg-paper px-4 py-3">
        <p>{t("receipt.number")}</p>
        <p className="break-words font-mono text-xl font-bold">{receipt}</p>
        <p className="text-sm text-muted">{t("receipt.keep")}</p>
      </div>
      <Stage letter={letter} />
      {answer && (
        <section aria-labelledby="answer">
          <h2 id="answer" className="text-lg font-bold">
            {t("receipt.answer")}
          </h2>
          <p lang="zh-CN" className="mt-1 whitespace-pre-line break-words">
            {answer.answer}
          </p>
          {answer.corrected && <p className="mt-1 font-semibold">{t("corrected")}</p>}
        </section>
      )}
      <section aria-labelledby="letter">
        <h2 id="letter" className="text-lg font-bold">
          {t("letter", { kind: t(`kinds.${kind}`) })}
        </h2>
        <p className="mt-1 whitespace-pre-line break-words">
          <LetterBody letter={letter} />
        </p>
      </section>
    </div>
  );
}

function Stage({ letter }: { letter: Letter }) {
  const t = useTranslations("letters.stages");
  const grounds = useTranslations("disclosure.grounds");
  const day = useDay();
  const { stage, unit, sentOn, dueOn, answeredOn, daysLate, ground, withdrawalReason, erasure } =
    letter;
  const words = {
    sent: day(sentOn),
    due: day(dueOn),
    answered: answeredOn ? day(answeredOn) : "",
    days: daysLate,
    unit: unit ?? "",
    hasUnit: unit ? "yes" : "no",
    reason: withdrawalReason ?? "",
    erased: erasure ? day(erasure.on) : "",
  };
  return (
    <p className="border-l-4 border-brand pl-3">
      {t(stage, words)}
      {stage === "withheld" && ground && grounds(ground)}
      {stage === "open" && daysLate > 0 && (
        <strong className="block text-alarm">{t("overdue", { days: daysLate })}</strong>
      )}
    </p>
  );
}
