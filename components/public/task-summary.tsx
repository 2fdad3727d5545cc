import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { SummaryPart } from "@/lib/domain/public/task-summary";

/** A task summed up in a sentence: what was promised, what is, how far the promise has moved. */
export function TaskSummary({ summary }: { summary: SummaryPart[][] }) {
  const t = useTranslations();
  const say = useSummaryPart();
  const clauses = summary.map((parts) => parts.map(say).join(t("taskSummary.comma")));
  return (
    <p className="mt-3 max-w-4xl text-lg">
      {clauses.join(t("taskSummary.semicolon"))}
      {t("taskSummary.stop")}
    </p>
  );
}

function useSummaryPart() {
  const t = useTranslations();
  const day = useDay();
  return (part: SummaryPart): string => {
    if (part.part === "status") return t(`status.${part.status}`);
    if ("day" in part) return t(`taskSummary.${part.part}`, { day: day(part.day) });
    return t(`taskSummary.${part.part}`, { ...part });
  };
}
