"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, LongText, UnitSelect } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-action-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import { type SplitInput, splitSchema } from "@/lib/domain/assignments/inputs";
import type { Day } from "@/lib/domain/calendar/days";
import { type ReportingCycle, reportingCycles } from "@/lib/domain/calendar/periods";
import type { Department } from "@/lib/domain/people/departments";
import { textLimits } from "@/lib/domain/texts";

type Props = {
  task: { code: string; version: number; dueOn: Day | null; cycle: ReportingCycle };
  units: Department[];
  today: Day;
  split: Action<SplitInput, { code: string }>;
};
const schema = splitSchema.omit({ key: true, code: true, version: true });

/** 任务分解: what the part is, which one unit leads it, and by when. */
export function SplitForm({ task, units, today, split }: Props) {
  const t = useTranslations("work.split");
  const words = useTranslations("work.form");
  const cycles = useTranslations("cycles");
  const { code, version, dueOn, cycle } = task;
  const { form, errorOf, ...state } = useTaskForm({
    schema,
    defaultValues: { title: "", scope: "", leadId: null, dueOn, cycle },
    action: split,
    inputOf: (values) => ({ code, version, ...values }),
  });
  return (
    <ActionForm {...state} hint={t("hint")} label={t("confirm")}>
      <Field id="title" label={t("title")} mark={words("required")} error={errorOf("title")}>
        {(described) => (
          <input
            {...described}
            {...form.register("title")}
            defaultValue=""
            lang="zh-CN"
            maxLength={textLimits.title}
            className={inputStyle}
          />
        )}
      </Field>
      <LongText
        form={form}
        name="scope"
        label={t("scope")}
        hint={t("scopeHint")}
        max={textLimits.scope}
        error={errorOf("scope")}
        isOptional
      />
      <UnitSelect
        form={form}
        name="leadId"
        units={units}
        exceptId={null}
        label={t("lead")}
        mark={words("required")}
        none={t("leadNone")}
        error={errorOf("leadId")}
      />
      <DateField
        form={form}
        name="dueOn"
        label={t("dueOn")}
        hint={t(dueOn ? "dueHint" : "dueFree")}
        min={today}
        max={dueOn}
        error={errorOf("dueOn")}
      />
      <Field id="cycle" label={t("cycle")} error={errorOf("cycle")}>
        {(described) => (
          <select
            {...described}
            {...form.register("cycle")}
            defaultValue={cycle}
            className={`${inputStyle} max-w-60`}
          >
            {reportingCycles.map((each) => (
              <option key={each} value={each}>
                {cycles(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </ActionForm>
  );
}
