import type { Day } from "./days";
import type { ReportContent } from "./inputs";
import { openPeriods, type Period, type ReportingCycle } from "./periods";
import { publicTextRefusal } from "./public-text";
import { type Refusal, refuse } from "./refusals";
import type { SubmissionKind } from "./submissions";

export type ReportingTask = {
  hasChildren: boolean;
  hasOpenChildren: boolean;
  cycle: ReportingCycle;
  /** The day of 签收. */
  startedOn: Day;
};

/**
 * Why a report may not be sent as it is, or null: sub-tasks still open at 办结, a percentage where the parent's is
 * rolled up (or none where it is not), a period that is not offered, text that may not become public.
 */
export function contentRefusal(
  kind: SubmissionKind,
  content: ReportContent,
  task: ReportingTask,
  today: Day,
): Refusal | null {
  if (kind === "completion" && task.hasOpenChildren) return refuse("children_open");
  return (
    percentRefusal(kind, content, task) ??
    periodRefusal(content, task, today) ??
    publicTextRefusal(content.progress, "progress") ??
    publicTextRefusal(content.problems, "problems") ??
    publicTextRefusal(content.nextSteps, "nextSteps")
  );
}

function percentRefusal(
  kind: SubmissionKind,
  { percent }: ReportContent,
  { hasChildren }: ReportingTask,
): Refusal | null {
  if (hasChildren)
    return percent === null ? null : refuse("percent_rolled_up", { field: "percent" });
  if (percent === null || (kind === "completion" && percent !== 100))
    return refuse("percent_required", { field: "percent" });
  return null;
}

function periodRefusal(
  { periodStart, periodEnd }: ReportContent,
  task: ReportingTask,
  today: Day,
): Refusal | null {
  const offered = openPeriods(task.cycle, task.startedOn, today);
  const fits = (period: Period) =>
    period.start === periodStart &&
    // Without a cycle the period runs to the day of writing, and a draft may be some days old.
    (task.cycle === "none"
      ? periodEnd >= period.start && periodEnd <= today
      : period.end === periodEnd);
  return offered.some(fits) ? null : refuse("period_not_offered", { field: "periodStart" });
}
