"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { LongText } from "@/components/forms/form-fields";
import type { FieldsProps } from "@/components/submissions/submission-form";
import { useDay } from "@/components/ui/day";
import { Field, inputStyle } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useProvisionalMark } from "@/components/ui/provisional";
import { unchangedPercent } from "@/lib/domain/submissions/reports";
import { textLimits } from "@/lib/domain/texts";
import { CompletedOn } from "./completed-on";
import type { ReportFormFacts, ReportValues } from "./report-values";

type ReportFieldsProps = FieldsProps<ReportValues> & { facts: ReportFormFacts };

/** Everything an official fills in: kind, period, percentage, and 进展情况 / 存在问题 / 下一步工作打算. */
export function ReportFields(props: ReportFieldsProps) {
  const { form, facts, errorOf } = props;
  const t = useTranslations("work.report");
  const [kind, noNews] = useWatch({ control: form.control, name: ["kind", "noNews"] });
  const isPart = kind === "contribution";
  const progress = noNews ? "noNewsReason" : "progress";
  return (
    <>
      {!facts.open && facts.last && (
        <Notice tone="info">
          {t("prefilled")} <span className="text-muted">{t("prefilledHint")}</span>
        </Notice>
      )}
      {!isPart && <ReportKindField {...props} />}
      <ReportPeriod {...props} />
      {kind === "progress" && <ReportNoNews {...props} />}
      {!isPart && !noNews && <ReportPercent {...props} />}
      {kind === "completion" && <CompletedOn {...props} />}
      <LongText
        name="progress"
        form={form}
        label={t(progress)}
        hint={t(isPart ? "contributionProgressHint" : `${progress}Hint`)}
        error={errorOf("progress")}
        max={textLimits.progress}
        rows={noNews ? 4 : 7}
      />
      {noNews ? (
        <details className="border border-line bg-paper p-3">
          <summary className="min-h-8">{t("noNewsRest")}</summary>
          <div className="mt-2 space-y-5">
            <Rest {...props} isOptional />
          </div>
        </details>
      ) : (
        <Rest {...props} />
      )}
    </>
  );
}

/** 进展报告 or 办结申请. Completion waits for the sub-tasks, and always means 100 per cent. */
function ReportKindField({ form, facts: { reporting } }: ReportFieldsProps) {
  const t = useTranslations();
  const kind = form.register("kind", {
    onChange: ({ target }) => {
      if (target.value !== "completion") return;
      form.setValue("noNews", false);
      if (!reporting.hasChildren) form.setValue("percent", 100);
    },
  });
  return (
    <fieldset>
      <legend className="font-semibold">{t("work.report.kind")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {(["progress", "completion"] as const).map((each) => (
          <label key={each} className="inline-flex min-h-11 items-center gap-2">
            <input
              {...kind}
              type="radio"
              value={each}
              defaultChecked={each === form.getValues("kind")}
              disabled={each === "completion" && reporting.hasOpenChildren}
              className="size-5"
            />
            {t(`submissionKinds.${each}`)}
          </label>
        ))}
      </div>
      {reporting.hasOpenChildren && (
        <p className="text-sm text-muted">{t("work.report.childrenOpen")}</p>
      )}
      {reporting.evidenceRequired && (
        <p className="text-sm text-muted">{t("work.report.evidenceNeeded")}</p>
      )}
    </fieldset>
  );
}

/** The period reported on; the one that is due is chosen already, and its last day is said. */
function ReportPeriod({ form, facts, errorOf }: ReportFieldsProps) {
  const t = useTranslations("work.report");
  const day = useDay();
  const chosen = useWatch({ control: form.control, name: "periodStart" });
  const mark = useProvisionalMark();
  const period = facts.periods.find(({ start }) => start === chosen);
  const hint = () => {
    if (facts.reporting.cycle === "none") return t("dueFree");
    if (!period?.dueOn) return undefined;
    if (period.isReported) return t("dueDone");
    const due = t(period.isLate ? "dueLate" : "dueBy", { day: day(period.dueOn) });
    return due + mark(period.dueOn);
  };
  return (
    <Field id="periodStart" label={t("period")} hint={hint()} error={errorOf("periodStart")}>
      {(described) => (
        <select
          {...described}
          {...form.register("periodStart")}
          defaultValue={form.getValues("periodStart")}
          className={inputStyle}
        >
          {facts.periods.map(({ start, end }) => (
            <option key={start} value={start}>
              {t("periodRange", { start: day(start), end: day(end) })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** 本期无新进展: one click, then only a reason. What was typed stays; what was only filled in gives way to the reason. */
function ReportNoNews({ form, facts: { reporting, last }, errorOf }: ReportFieldsProps) {
  const t = useTranslations("work.report");
  const percent = unchangedPercent(reporting);
  const filledIn = last && !last.noNews ? last.progress : "";
  const error = errorOf("noNews");
  const noNews = form.register("noNews", {
    onChange: ({ target }) => {
      const progress = form.getValues("progress");
      if (target.checked) form.setValue("percent", percent);
      if (target.checked && progress === filledIn) form.setValue("progress", "");
      if (!target.checked && progress.trim() === "") form.setValue("progress", filledIn);
    },
  });
  return (
    <div className="border border-line bg-paper px-3 py-1">
      <label className="flex min-h-11 items-center gap-2 font-semibold">
        <input
          {...noNews}
          id="noNews"
          type="checkbox"
          defaultChecked={form.getValues("noNews")}
          aria-describedby="noNews-hint"
          className="size-5"
        />
        {t("noNews")}
      </label>
      <p id="noNews-hint" className="text-sm text-muted">
        {percent === null ? t("noNewsHintRolledUp") : t("noNewsHint", { percent: `${percent}%` })}
      </p>
      {error && <p className="font-semibold text-alarm">{error}</p>}
    </div>
  );
}

/** The percentage; a parent has none of its own, because it is rolled up from its sub-tasks. */
function ReportPercent({ form, facts, errorOf }: ReportFieldsProps) {
  const t = useTranslations("work.report");
  const kind = useWatch({ control: form.control, name: "kind" });
  if (facts.reporting.hasChildren) return <p className="text-muted">{t("percentRolledUp")}</p>;
  const last = facts.last?.percent;
  const hint =
    kind === "completion"
      ? t("percentCompletion")
      : t("percentHint", { last: last == null ? t("noPercent") : `${last}%` });
  const percent = form.register("percent", {
    setValueAs: (typed) => (typed === "" || typed === null ? null : Number(typed)),
  });
  return (
    <Field id="percent" label={t("percent")} hint={hint} error={errorOf("percent")}>
      {(described) => (
        <input
          {...described}
          {...percent}
          defaultValue={form.getValues("percent") ?? ""}
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          step={1}
          className={`${inputStyle} max-w-40`}
        />
      )}
    </Field>
  );
}

function Rest({ form, errorOf, isOptional }: ReportFieldsProps & { isOptional?: true }) {
  const t = useTranslations("work.report");
  return (
    <>
      <LongText
        name="problems"
        form={form}
        label={t("problems")}
        hint={t("problemsHint")}
        error={errorOf("problems")}
        max={textLimits.problems}
        isOptional
      />
      <LongText
        name="nextSteps"
        form={form}
        label={t("nextSteps")}
        error={errorOf("nextSteps")}
        max={textLimits.nextSteps}
        isOptional={isOptional}
      />
    </>
  );
}
