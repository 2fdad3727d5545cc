import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { ReportKind } from "@/lib/domain/kinds";
import type {
  AdjustmentContent,
  AnswerContent,
  ExtensionContent,
  ObjectionContent,
  ReportContent,
  TypedContent,
} from "@/lib/domain/submissions/contents";

type Props = {
  content: TypedContent;
  units?: readonly Unit[];
  /** The ids of the parts to show, if not all. */
  only?: readonly string[];
};

/** A submission of any kind, to read. */
export function SubmissionText({ content, units, only }: Props) {
  const all = useSubmissionParts(units)(content);
  const parts = only ? all.filter(({ id }) => only.includes(id)) : all;
  return (
    <dl className="space-y-2 border border-line bg-paper px-3 py-2">
      {parts.map(({ id, label, text, typed }) => (
        <div key={id}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd lang={typed && "zh-CN"} className="whitespace-pre-line">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type Unit = { id: string; name: string };
/** One thing that a submission says; `typed` is in the writer's own words, which are Chinese. */
export type Part = { id: string; label: string; text: string; typed?: true };

/** What a submission of any kind says, part by part, in the order of its form. `units` name those it mentions. */
export function useSubmissionParts(units: readonly Unit[] = []) {
  const t = useTranslations("work");
  const day = useDay();
  const typed = (id: string, label: string, text: string): Part => ({
    id,
    label,
    text: text.trim() || t("report.noText"),
    typed: true,
  });
  const unit = (id: string | null) =>
    units.find((each) => each.id === id)?.name ?? t("report.noText");

  function ofReport(kind: ReportKind, content: ReportContent): Part[] {
    const { percent, periodStart, periodEnd, noNews, progress, problems, nextSteps } = content;
    const { completedOn } = content;
    const period = t("report.periodRange", { start: day(periodStart), end: day(periodEnd) });
    const howFar = percent === null ? t("report.noPercent") : `${percent}%`;
    return [
      { id: "period", label: t("report.period"), text: period },
      ...(kind === "contribution"
        ? []
        : [{ id: "percent", label: t("report.percent"), text: howFar }]),
      ...(kind === "completion" && completedOn
        ? [{ id: "completedOn", label: t("report.completedOn"), text: day(completedOn) }]
        : []),
      typed("progress", t(noNews ? "report.noNewsLabel" : "report.progress"), progress),
      typed("problems", t("report.problems"), problems),
      typed("nextSteps", t("report.nextSteps"), nextSteps),
    ];
  }
  function ofExtension({ newDueOn, reason, progress }: ExtensionContent): Part[] {
    const to = newDueOn ? day(newDueOn) : t("report.noPercent");
    return [
      { id: "newDueOn", label: t("request.extension.newDueOn"), text: to },
      typed("reason", t("request.reason"), reason),
      typed("progress", t("request.extension.progress"), progress),
    ];
  }
  function ofAdjustment({ change, leadId, scope, reason }: AdjustmentContent): Part[] {
    const what = t(`request.adjustment.changes.${change}`);
    return [
      { id: "change", label: t("request.adjustment.change"), text: what },
      ...(change === "lead"
        ? [typed("leadId", t("request.adjustment.leadId"), unit(leadId))]
        : change === "scope"
          ? [typed("scope", t("request.adjustment.scope"), scope)]
          : []),
      typed("reason", t("request.reason"), reason),
    ];
  }
  function ofObjection({ reason, suggestedLeadId }: ObjectionContent): Part[] {
    const suggested = t("request.objection.suggestedLeadId");
    return [
      typed("reason", t("request.reason"), reason),
      typed("suggestedLeadId", suggested, unit(suggestedLeadId)),
    ];
  }
  function ofAnswer({ question, answer, corrected }: AnswerContent): Part[] {
    const mended = t(`request.answer.corrected.${corrected}`);
    return [
      typed("question", t("request.answer.question"), question),
      typed("answer", t("request.answer.answer"), answer),
      { id: "corrected", label: t("request.answer.correctedLabel"), text: mended },
    ];
  }
  return (content: TypedContent): Part[] => {
    switch (content.kind) {
      case "progress":
      case "completion":
      case "contribution":
        return ofReport(content.kind, content.content);
      case "extension":
        return ofExtension(content.content);
      case "adjustment":
        return ofAdjustment(content.content);
      case "objection":
        return ofObjection(content.content);
      case "answer":
        return ofAnswer(content.content);
    }
  };
}
