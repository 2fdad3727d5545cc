"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, LongText } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-action-form";
import type { Action } from "@/lib/domain/action-result";
import { type ReopenInput, reopenSchema } from "@/lib/domain/assignments/inputs";
import type { Day } from "@/lib/domain/calendar/days";
import { boundOn } from "@/lib/domain/calendar/deadlines";
import { textLimits } from "@/lib/domain/texts";

type Props = {
  task: { code: string; version: number; dueOn: Day | null; parentDueOn: Day | null };
  today: Day;
  reopen: Action<ReopenInput, { code: string }>;
};
const schema = reopenSchema.pick({ reason: true, dueOn: true });

/** 重新督办: why, and until when. */
export function ReopenForm({ task, today, reopen }: Props) {
  const t = useTranslations("work.reopen");
  const { code, version, dueOn, parentDueOn } = task;
  const { form, errorOf, ...state } = useTaskForm({
    schema,
    defaultValues: { reason: "", dueOn },
    action: reopen,
    inputOf: (values) => ({ code, version, ...values }),
  });
  return (
    <ActionForm {...state} hint={t("hint")} label={t("confirm")}>
      <LongText
        form={form}
        name="reason"
        label={t("reason")}
        max={textLimits.reason}
        error={errorOf("reason")}
      />
      <DateField
        form={form}
        name="dueOn"
        label={t("dueOn")}
        hint={t("dueHint")}
        min={today}
        max={boundOn(parentDueOn, today)}
        error={errorOf("dueOn")}
      />
    </ActionForm>
  );
}
