import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/calendar/days";

type Due = {
  completedOn: Day | null;
  standing: {
    daysLate: number;
    workdaysLeft: number | null;
    isDueToday: boolean;
    isProvisional: boolean;
  };
};

/** How late a task is, or how many working days it has. Nothing where there is no date. */
export function TimeLeft({ task }: { task: Due }) {
  const t = useTranslations("deadline");
  const { daysLate: days, workdaysLeft, isDueToday, isProvisional } = task.standing;
  if (days > 0) {
    return (
      <strong className="font-semibold text-alarm">
        {t(task.completedOn ? "lateDone" : "late", { days })}
      </strong>
    );
  }
  if (workdaysLeft === null) return null;
  return (
    <span>
      {isDueToday ? t("dueToday") : t("workdaysLeft", { days: workdaysLeft })}
      {isProvisional && <small className="text-muted">{t("provisional")}</small>}
    </span>
  );
}
