import type { ListedTask } from "@/lib/domain/public/public-task";
import type { Light } from "@/lib/domain/tasks/lights";
import { countTracked } from "@/lib/public/public-tasks";

export type SummaryCount = { light: Light; label: string; count: number };

type Summary = { sentence: string; total: number; parts: SummaryCount[] };

/** How a plan stands, as its card says it: of its measures, or of all its tasks where it has none; words as their keys. */
export function planSummary(tasks: readonly ListedTask[]): Summary {
  const measures = tasks.filter(({ kind }) => kind === "measure");
  const counts = countTracked(measures.length > 0 ? measures : tasks);
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
    sentence: measures.length > 0 ? "public.total" : "public.tracked",
    total: counts.total,
    parts: parts.filter(({ light, count }) => light !== "paused" || count > 0),
  };
}
