import type { FormMapping } from "@/components/submissions/use-submission-form";
import type { Day } from "@/lib/domain/calendar/days";
import { isReport, type ReportKind } from "@/lib/domain/kinds";
import type { ReportContent, TypedContent } from "@/lib/domain/submissions/contents";
import type { FormFacts } from "@/lib/domain/submissions/open-submissions";
import type { ReportingTask } from "@/lib/domain/submissions/reports";

/** What the form holds: the period is chosen by its first day. */
export type ReportValues = Omit<ReportContent, "periodEnd"> & { kind: ReportKind };

/** A period on offer, with the last day to report on it; null where there is no cycle, or it is not on offer any more. */
type PeriodChoice = {
  start: Day;
  end: Day;
  dueOn: Day | null;
  isLate: boolean;
  isReported: boolean;
};

/** What a report form needs: the rules' facts, the last report to go on from, the periods on offer. */
export type ReportFormFacts = FormFacts & {
  reporting: Pick<
    ReportingTask,
    "cycle" | "hasChildren" | "hasOpenChildren" | "lastPercent" | "evidenceRequired"
  >;
  last: ReportContent | null;
  periods: PeriodChoice[];
  dueStart: Day | null;
};

type Offer = {
  kind: "progress" | "contribution";
  /** The last report: what the next one goes on from. */
  last: Pick<ReportContent, "progress" | "problems" | "nextSteps" | "percent" | "noNews"> | null;
  periods: PeriodChoice[];
  /** The period that is due, by its first day; null while none is. */
  dueStart: Day | null;
};

/** The report form and its content. Without a draft it comes with the last report, on the period that is due. */
export function reportMapping({ kind, last, periods, dueStart }: Offer): FormMapping<ReportValues> {
  const { progress = "", problems = "", nextSteps = "" } = last ?? {};
  const blank: ReportValues = {
    kind,
    // Why there was nothing new then says nothing about now.
    progress: last?.noNews ? "" : progress,
    problems,
    nextSteps,
    percent: kind === "contribution" ? null : (last?.percent ?? null),
    periodStart: dueStart ?? periods[0]?.start ?? "",
    noNews: false,
    completedOn: null,
  };
  return {
    valuesOf(draft) {
      if (!draft || !isReport(draft.kind)) return blank;
      const { periodEnd: _, ...content } = draft.content as ReportContent;
      return { kind: draft.kind, completedOn: null, ...content };
    },
    contentOf({ kind: chosen, completedOn, ...values }) {
      const period = periods.find(({ start }) => start === values.periodStart);
      const percent = wholePercent(values.percent);
      return {
        kind: chosen,
        content: {
          ...values,
          percent,
          periodEnd: period?.end ?? values.periodStart,
          // Only of what is done it can be said when.
          ...(chosen === "completion" && { completedOn: completedOn || null }),
        },
      };
    },
  };
}

/** The periods on offer, and the draft's own where it has since run out: the person decides, not the form. */
export function periodChoices(offered: PeriodChoice[], draft: TypedContent | null): PeriodChoice[] {
  if (!draft || !("periodStart" in draft.content)) return offered;
  const { periodStart, periodEnd } = draft.content;
  if (offered.some(({ start }) => start === periodStart)) return offered;
  const stale = { start: periodStart, end: periodEnd, dueOn: null };
  return [...offered, { ...stale, isLate: false, isReported: false }];
}

function wholePercent(percent: number | null): number | null {
  const isWhole = Number.isInteger(percent) && Number(percent) >= 0 && Number(percent) <= 100;
  return isWhole ? percent : null;
}
