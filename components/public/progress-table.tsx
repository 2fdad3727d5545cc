import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { SeriesPoint } from "@/lib/domain/public/progress-series";
import { elapsedPercent } from "@/lib/domain/tasks/pace";
import type { Schedule } from "./progress-chart";

/** The data of the picture, for whoever cannot see it or wants the numbers. */
export function ProgressTable({ points, schedule }: { points: SeriesPoint[]; schedule: Schedule }) {
  const t = useTranslations("series");
  const day = useDay();
  return (
    <details className="mt-1">
      <summary className="min-h-6 text-sm">{t("table")}</summary>
      <table className="mt-1 text-left text-sm [&_td]:pr-6 [&_th]:pr-6">
        <thead>
          <tr>
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("percent")}</th>
            {schedule && <th scope="col">{t("expected")}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.day}>
              <td>{day(point.day)}</td>
              <td>
                {point.percent === null ? t("nothing") : `${point.percent}%`}
                {point.isKept && <small>{t("kept")}</small>}
              </td>
              {schedule && <td>{elapsedPercent(schedule.startsOn, schedule.dueOn, point.day)}%</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
