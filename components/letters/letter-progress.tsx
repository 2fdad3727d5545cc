import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";
import type { SubmissionStatus } from "@/lib/domain/submissions/submissions";

export type LetterState = {
  answerStatus: SubmissionStatus | null;
  answeredOn: Day | null;
  workdaysLeft: number;
  daysLate: number;
};

/** How far the answer is, and how long there is to give it or by how much it is late. */
export function LetterProgress({ letter }: { letter: LetterState }) {
  const t = useTranslations("letters.progress");
  const day = useDay();
  const { answerStatus, answeredOn, workdaysLeft, daysLate } = letter;
  if (answeredOn !== null)
    return (
      <span>
        {t("answered", { day: day(answeredOn) })}
        {daysLate > 0 && t("answeredLate", { days: daysLate })}
      </span>
    );
  return (
    <span>
      <strong className={daysLate > 0 ? "text-alarm" : "text-caution"}>
        {daysLate > 0 ? t("overdue", { days: daysLate }) : t("left", { days: workdaysLeft })}
      </strong>
      {" · "}
      {t("answer", { status: answerStatus ?? "none" })}
    </span>
  );
}
