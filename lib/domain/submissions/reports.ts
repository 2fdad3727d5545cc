import type { Day } from "@/lib/domain/calendar/days";
import {
  openPeriods,
  type Period,
  type PeriodToReport,
  type ReportingCycle,
} from "@/lib/domain/calendar/periods";
import type { ReportKind } from "@/lib/domain/kinds";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { plainWords } from "@/lib/domain/texts";
import type { ReportContent } from "./contents";

/** What the rules of a report need to know of its task, and of the evidence attached so far. */
export type ReportingTask = {
  hasChildren: boolean;
  hasOpenChildren: boolean;
  cycle: ReportingCycle;
  /** The day of 签收. */
  startedOn: Day;
  /** As last published; null when nothing was, or when it is rolled up from sub-tasks. */
  lastPercent: number | null;
  /** What the last published report said; null when there is none, or it said that there was nothing new. */
  lastSaid: ReportTexts | null;
  /** Whether the plan asks a completion for evidence (佐证材料). */
  evidenceRequired: boolean;
  evidenceCount: number;
};

type ReportTexts = Pick<ReportContent, "progress" | "problems" | "nextSteps">;

/** A report that a unit is asked for, on the task that it leads or takes part in. */
export type ReportToWrite = PeriodToReport & {
  kind: "progress" | "contribution";
  taskCode: string;
};

/**
 * Why a report may not be sent as it is, or null: sub-tasks still open or evidence missing at 办结, a percentage where
 * there is none to give (or none where there is), 本期无新进展 with another percentage than before, nothing but what the
 * last one said without saying so, a period that is not offered, a day of completion before 签收 or after today, text that may not become public.
 */
export function reportRefusal(
  kind: ReportKind,
  content: ReportContent,
  task: ReportingTask,
  today: Day,
): Refusal | null {
  return (
    completionRefusal(kind, task) ??
    completedOnRefusal(kind, content, task, today) ??
    percentRefusal(kind, content, task) ??
    noNewsRefusal(kind, content, task) ??
    repeatedRefusal(kind, content, task) ??
    periodRefusal(content, task, today) ??
    publicTextRefusal(content.progress, "progress") ??
    publicTextRefusal(content.problems, "problems") ??
    publicTextRefusal(content.nextSteps, "nextSteps")
  );
}

/** What 本期无新进展 stands at: as published, 0 before the first report, nothing where it is rolled up. */
export function unchangedPercent(task: Pick<ReportingTask, "hasChildren" | "lastPercent">) {
  return task.hasChildren ? null : (task.lastPercent ?? 0);
}

function completionRefusal(kind: ReportKind, task: ReportingTask): Refusal | null {
  if (kind !== "completion") return null;
  if (task.hasOpenChildren) return refuse("children_open");
  const lacksEvidence = task.evidenceRequired && task.evidenceCount === 0;
  return lacksEvidence ? refuse("evidence_required", { field: "evidence" }) : null;
}

function completedOnRefusal(
  kind: ReportKind,
  { completedOn }: ReportContent,
  { startedOn }: ReportingTask,
  today: Day,
): Refusal | null {
  const field = "completedOn";
  if (!completedOn) return null;
  if (kind !== "completion") return refuse("invalid_input", { field });
  if (completedOn > today) return refuse("completed_ahead", { field });
  return completedOn < startedOn
    ? refuse("completed_before_start", { field, params: { day: startedOn } })
    : null;
}

/**
 * The day on which a task was done: the day its completion was sent, or the earlier one that the unit states, where the
 * reviewer has confirmed that on the evidence.
 */
export function completionDay(completion: {
  sentOn: Day;
  statedOn: Day | null | undefined;
  isConfirmed: boolean;
}): Day {
  const { sentOn, statedOn, isConfirmed } = completion;
  return isConfirmed && statedOn && statedOn < sentOn ? statedOn : sentOn;
}

/** Why a reviewer may not confirm the day that a completion states, or null: there is no earlier one, or no evidence of it. */
export function confirmedDayRefusal(completion: {
  sentOn: Day;
  statedOn: Day | null | undefined;
  evidenceCount: number;
}): Refusal | null {
  const { sentOn, statedOn, evidenceCount } = completion;
  if (!statedOn || statedOn >= sentOn) return refuse("invalid_input");
  return evidenceCount === 0 ? refuse("completed_on_without_evidence") : null;
}

function percentRefusal(
  kind: ReportKind,
  { percent }: ReportContent,
  { hasChildren }: ReportingTask,
): Refusal | null {
  // A cooperating unit tells its part; how far the whole is, is the lead unit's to say.
  if (kind === "contribution")
    return percent === null ? null : refuse("invalid_input", { field: "percent" });
  if (hasChildren)
    return percent === null ? null : refuse("percent_rolled_up", { field: "percent" });
  if (percent === null || (kind === "completion" && percent !== 100))
    return refuse("percent_required", { field: "percent" });
  return null;
}

function noNewsRefusal(
  kind: ReportKind,
  { noNews, percent }: ReportContent,
  task: ReportingTask,
): Refusal | null {
  if (!noNews) return null;
  if (kind !== "progress") return refuse("invalid_input", { field: "noNews" });
  return percent === unchangedPercent(task) ? null : refuse("percent_changed", { field: "noNews" });
}

/** The form comes with the last report: sent as it came, it tells nothing. */
function repeatedRefusal(
  kind: ReportKind,
  content: ReportContent,
  { lastSaid, lastPercent }: ReportingTask,
): Refusal | null {
  if (kind !== "progress" || content.noNews || !lastSaid) return null;
  const said = (texts: ReportTexts) =>
    [texts.progress, texts.problems, texts.nextSteps].map(plainWords).join("\n");
  const isRepeated = said(content) === said(lastSaid) && content.percent === lastPercent;
  return isRepeated ? refuse("report_repeated", { field: "progress" }) : null;
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
