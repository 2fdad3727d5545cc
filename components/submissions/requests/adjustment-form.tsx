"use client";
import { useTranslations } from "next-intl";
import type { OpenForm } from "@/components/submissions/content";
import { SubmissionForm } from "@/components/submissions/submission-form";
import type { WriteActions } from "@/components/submissions/use-submission-form";
import type { AdjustmentChange } from "@/lib/domain/submissions/contents";
import { type AdjustmentFacts, AdjustmentFields } from "./adjustment-fields";
import { adjustmentPaper } from "./request-values";

type Props = { code: string; form: OpenForm & AdjustmentFacts; actions: WriteActions };

/** 调整申请: what to change, why, and what that change alone calls for. */
export function AdjustmentForm({ code, form, actions }: Props) {
  const t = useTranslations("work.request.adjustment");
  const first: AdjustmentChange = form.offered[0] ?? "suspend";
  return (
    <SubmissionForm
      code={code}
      form={form}
      paper={adjustmentPaper(first)}
      actions={actions}
      note={t("submitNote")}
      units={form.units}
    >
      {(fields) => <AdjustmentFields {...fields} {...form} />}
    </SubmissionForm>
  );
}
