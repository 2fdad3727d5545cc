"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { LongText } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-action-form";
import type { Action } from "@/lib/domain/action-result";
import { type EraseLetterInput, eraseLetterSchema } from "@/lib/domain/letters/letters";
import { textLimits } from "@/lib/domain/texts";

type Props = { letterId: string; erase: Action<EraseLetterInput, { code: string }> };

const values = eraseLetterSchema.pick({ reason: true });

/** 应申请删除: the words of a letter and of its answers, for good; that there was one, and when it was erased, stays. */
export function EraseLetterForm({ letterId, erase }: Props) {
  const t = useTranslations("work.eraseLetter");
  const { form, errorOf, ...state } = useTaskForm({
    schema: values,
    defaultValues: { reason: "" },
    action: erase,
    inputOf: ({ reason }) => ({ letterId, reason }),
  });
  return (
    <details className="border-t border-line pt-3">
      <summary className="min-h-8 cursor-pointer font-semibold">{t("title")}</summary>
      <div className="mt-2">
        <ActionForm {...state} hint={t("hint")} label={t("confirm")}>
          <LongText
            form={form}
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            max={textLimits.reason}
            error={errorOf("reason")}
          />
        </ActionForm>
      </div>
    </details>
  );
}
