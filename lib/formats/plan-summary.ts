import type { Light } from "@/lib/domain/tasks/lights";
import type { PlanCounts } from "@/lib/public/plan-counts";

export type SummaryCount = { light: Light; label: string; count: number };

type Summary = { sentence: string; total: number; parts: SummaryCount[] };

/** How a plan stands, as its card says it; words as their keys. */
export function planSummary({ told: counts, areMeasures }: PlanCounts): Summary {
  const part = (light: Light, label: string, count: number) => ({
    light,
    label: `formats.counts.${label}`,
    count,
  });
  const parts = [
    part("blue", "done", counts.done),
    part("green", "onTrack", counts.onTrack),
    part(counts.behind > 0 ? "red" : "yellow", "late", counts.atRisk + counts.behind),
    part("grey", "notStarted", counts.notStarted),
    part("paused", "paused", counts.paused),
  ];
  return {
    sentence: areMeasures ? "public.total" : "public.tracked",
    total: counts.total,
    parts: parts.filter(({ light, count }) => light !== "paused" || count > 0),
  };
}
