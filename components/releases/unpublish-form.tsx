"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ActForm } from "@/components/forms/act-form";
import { useTaskForm } from "@/components/forms/use-task-form";
import { LongText } from "@/components/ui/long-text";
import type { Action } from "@/lib/domain/action-result";
import { type UnpublishInput, unpublishSchema } from "@/lib/domain/releases";
import { textLimits } from "@/lib/domain/texts";

type Props = { submissionId: string; unpublish: Action<UnpublishInput, { code: string }> };

const schema = unpublishSchema.pick({ reason: true });

/** 撤回公开: the words leave the public site at once; the reason stays there. */
export function UnpublishForm({ submissionId, unpublish }: Props) {
  const t = useTranslations("work.release");
  const sheet = useForm({
    resolver: zodResolver(schema),
    defaultValues: { reason: "" },
    shouldFocusError: false,
  });
  const act = useTaskForm(sheet, unpublish, ({ reason }) => ({ submissionId, reason }));
  return (
    <ActForm {...act} hint={t("unpublishHint")} label={t("unpublish")}>
      <LongText
        sheet={sheet}
        name="reason"
        label={t("unpublishReason")}
        hint={t("unpublishReasonHint")}
        max={textLimits.reason}
        error={act.errorOf("reason")}
      />
    </ActForm>
  );
}
