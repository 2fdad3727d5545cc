import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { AnswerPart } from "@/lib/domain/public/task-summary";

/** The answer in a sentence: what was promised, what is, how far the promise has moved. */
export function TaskAnswer({ answer }: { answer: AnswerPart[][] }) {
  const t = useTranslations();
  const say = useAnswerPart();
  const clauses = answer.map((parts) => parts.map(say).join(t("answer.comma")));
  return (
    <p className="mt-3 max-w-4xl text-lg">
      {clauses.join(t("answer.semicolon"))}
      {t("answer.stop")}
    </p>
  );
}

function useAnswerPart() {
  const t = useTranslations();
  const day = useDay();
  return (answer: AnswerPart): string => {
    if (answer.part === "status") return t(`status.${answer.status}`);
    if ("day" in answer) return t(`answer.${answer.part}`, { day: day(answer.day) });
    return t(`answer.${answer.part}`, { ...answer });
  };
}
