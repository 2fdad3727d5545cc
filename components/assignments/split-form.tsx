"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, LongText, UnitField } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-action-form";
import type { FindUnits } from "@/components/forms/use-unit-search";
import { Field, inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import { type SplitInput, splitSchema } from "@/lib/domain/assignments/inputs";
import type { Day } from "@/lib/domain/calendar/days";
import { boundOn } from "@/lib/domain/calendar/deadlines";
import { type ReportingCycle, reportingCycles } from "@/lib/domain/calendar/periods";
import { textLimits } from "@/lib/domain/texts";

type Props = {
  task: { code: string; version: number; dueOn: Day | null; cycle: ReportingCycle };
  find: FindUnits;
  today: Day;
  split: Action<SplitInput, { code: string }>;
};
const schema = splitSchema.omit({ key: true, code: true, version: true });

/** 任务分解: what the part is, which one unit leads it, and by when. */
export function SplitForm({ task, find, today, split }: Props) {
  const t = useTranslations("work.split");
  const words = useTranslations("work.form");
  const cycles = useTranslations("cycles");
  const { code, version, dueOn, cycle } = task;
  const bound = boundOn(dueOn, today);
  const { form, errorOf, ...state } = useTaskForm({
    schema,
    defaultValues: { title: "", scope: "", leadId: null, dueOn: bound, cycle },
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
      <UnitField
        form={form}
        name="leadId"
        units={[]}
        find={find}
        label={t("lead")}
        mark={words("required")}
        error={errorOf("leadId")}
      />
      <DateField
        form={form}
        name="dueOn"
        label={t(dueOn && !bound ? "catchUp" : "dueOn")}
        hint={t(bound ? "dueHint" : dueOn ? "dueLate" : "dueFree")}
        min={today}
        max={bound}
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
