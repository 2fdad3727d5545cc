import { useTranslations } from "next-intl";
import type { Light } from "@/lib/domain/tasks/lights";

export type Trend = { points: number; from: Light } | null;

/** How a task has come along since the last period, in words. */
export function TrendText({ trend, light }: { trend: Trend; light: Light }) {
  const t = useTranslations();
  if (trend === null) return <span className="text-muted">{t("trend.unknown")}</span>;
  const { points, from } = trend;
  return (
    <span>
      {t("trend.points", { points, count: Math.abs(points), direction: directionOf(points) })}
      {from !== light && (
        <span className="block">
          {t("trend.light", { from: t(`lights.${from}`), to: t(`lights.${light}`) })}
        </span>
      )}
    </span>
  );
}

function directionOf(points: number): "up" | "down" | "same" {
  if (points === 0) return "same";
  return points > 0 ? "up" : "down";
}
