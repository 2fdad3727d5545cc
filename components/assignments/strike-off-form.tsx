"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { LongText } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-action-form";
import type { Action } from "@/lib/domain/action-result";
import { type StrikeOffInput, strikeOffSchema } from "@/lib/domain/assignments/inputs";
import { textLimits } from "@/lib/domain/texts";

type Props = {
  task: { code: string; version: number };
  strike: Action<StrikeOffInput, { code: string }>;
};
const schema = strikeOffSchema.pick({ note: true });

/** 销号: how the completion was verified, by somebody who did not declare it. */
export function StrikeOffForm({ task: { code, version }, strike }: Props) {
  const t = useTranslations("work.strikeOff");
  const { form, errorOf, ...state } = useTaskForm({
    schema,
    defaultValues: { note: "" },
    action: strike,
    told: (code) => ({ text: t("told", { code }), from: "to_strike_off" }),
    inputOf: ({ note }) => ({ code, version, note }),
  });
  return (
    <ActionForm {...state} hint={t("hint")} label={t("confirm")}>
      <LongText
        form={form}
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        max={textLimits.reason}
        error={errorOf("note")}
      />
    </ActionForm>
  );
}
