"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ActForm } from "@/components/forms/action-form";
import { DateField, LongText, UnitSelect } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-task-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import type { Day } from "@/lib/domain/calendar/days";
import { type ReportingCycle, reportingCycles } from "@/lib/domain/calendar/periods";
import { type SplitInput, splitSchema } from "@/lib/domain/inputs";
import { textLimits } from "@/lib/domain/texts";

type Unit = { id: string; name: string; isCollective: boolean };
type Props = {
  task: { code: string; version: number; dueOn: Day | null; cycle: ReportingCycle };
  units: Unit[];
  today: Day;
  split: Action<SplitInput, { code: string }>;
};
type Values = Omit<SplitInput, "key" | "code" | "version">;
const schema = splitSchema.omit({ key: true, code: true, version: true });

/** 任务分解: what the part is, which one unit leads it, and by when. */
export function SplitForm({ task, units, today, split }: Props) {
  const t = useTranslations("work.split");
  const form = useTranslations("work.form");
  const cycles = useTranslations("cycles");
  const { code, version, dueOn, cycle } = task;
  const sheet = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { title: "", scope: "", leadId: null, dueOn, cycle },
    shouldFocusError: false,
  });
  const act = useTaskForm(sheet, split, (values) => ({ code, version, ...values }));
  return (
    <ActForm {...act} hint={t("hint")} label={t("confirm")}>
      <Field id="title" label={t("title")} mark={form("required")} error={act.errorOf("title")}>
        {(described) => (
          <input
            {...described}
            {...sheet.register("title")}
            defaultValue=""
            lang="zh-CN"
            maxLength={textLimits.title}
            className={inputStyle}
          />
        )}
      </Field>
      <LongText
        sheet={sheet}
        name="scope"
        label={t("scope")}
        hint={t("scopeHint")}
        max={textLimits.scope}
        error={act.errorOf("scope")}
        isOptional
      />
      <UnitSelect
        sheet={sheet}
        name="leadId"
        units={units}
        exceptId={null}
        label={t("lead")}
        mark={form("required")}
        none={t("leadNone")}
        error={act.errorOf("leadId")}
      />
      <DateField
        sheet={sheet}
        name="dueOn"
        label={t("dueOn")}
        hint={t(dueOn ? "dueHint" : "dueFree")}
        min={today}
        max={dueOn}
        error={act.errorOf("dueOn")}
      />
      <Field id="cycle" label={t("cycle")} error={act.errorOf("cycle")}>
        {(described) => (
          <select
            {...described}
            {...sheet.register("cycle")}
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
    </ActForm>
  );
}
