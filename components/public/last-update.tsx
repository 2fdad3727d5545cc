import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/day";
import { type Day as DayValue, daysBetween } from "@/lib/domain/calendar/days";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";

type Props = {
  updatedOn: DayValue | null;
  status: TaskStatus;
  today: DayValue;
  staleDays: number;
};

/** When anything was last published; for a task in progress, plainly for how many days nothing has been. */
export function LastUpdate({ updatedOn, status, today, staleDays }: Props) {
  const t = useTranslations("public");
  if (!updatedOn) return <span className="text-muted">{t("notUpdated")}</span>;
  const days = daysBetween(updatedOn, today);
  return (
    <>
      <Day day={updatedOn} />
      {status === "active" && days >= staleDays && (
        <strong className="block font-semibold text-caution">{t("stale", { days })}</strong>
      )}
    </>
  );
}
