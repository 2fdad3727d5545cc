"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ActForm } from "@/components/forms/action-form";
import { LongText } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-task-form";
import type { Action } from "@/lib/domain/action-result";
import { type StrikeOffInput, strikeOffSchema } from "@/lib/domain/inputs";
import { textLimits } from "@/lib/domain/texts";

type Props = {
  task: { code: string; version: number };
  strike: Action<StrikeOffInput, { code: string }>;
};
const schema = strikeOffSchema.pick({ note: true });

/** 销号: how the completion was verified, by somebody who did not declare it. */
export function StrikeOffForm({ task: { code, version }, strike }: Props) {
  const t = useTranslations("work.strikeOff");
  const sheet = useForm({
    resolver: zodResolver(schema),
    defaultValues: { note: "" },
    shouldFocusError: false,
  });
  const act = useTaskForm(sheet, strike, ({ note }) => ({ code, version, note }));
  return (
    <ActForm {...act} hint={t("hint")} label={t("confirm")}>
      <LongText
        sheet={sheet}
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        max={textLimits.reason}
        error={act.errorOf("note")}
      />
    </ActForm>
  );
}
