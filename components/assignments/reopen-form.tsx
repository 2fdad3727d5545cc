"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ActForm } from "@/components/forms/action-form";
import { DateField, LongText } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-task-form";
import type { Action } from "@/lib/domain/action-result";
import type { Day } from "@/lib/domain/calendar/days";
import { type ReopenInput, reopenSchema } from "@/lib/domain/inputs";
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
  const sheet = useForm<Pick<ReopenInput, "reason" | "dueOn">>({
    resolver: zodResolver(schema),
    defaultValues: { reason: "", dueOn },
    shouldFocusError: false,
  });
  const act = useTaskForm(sheet, reopen, (values) => ({ code, version, ...values }));
  return (
    <ActForm {...act} hint={t("hint")} label={t("confirm")}>
      <LongText
        sheet={sheet}
        name="reason"
        label={t("reason")}
        max={textLimits.reason}
        error={act.errorOf("reason")}
      />
      <DateField
        sheet={sheet}
        name="dueOn"
        label={t("dueOn")}
        hint={t("dueHint")}
        min={today}
        max={parentDueOn}
        error={act.errorOf("dueOn")}
      />
    </ActForm>
  );
}
