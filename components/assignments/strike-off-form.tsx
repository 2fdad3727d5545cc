"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { LongText } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-action-form";
import { EvidenceField } from "@/components/submissions/evidence/evidence-field";
import { useUploadsFirst } from "@/components/submissions/evidence/use-uploads-first";
import type { Action } from "@/lib/domain/action-result";
import { type StrikeOffInput, strikeOffSchema } from "@/lib/domain/assignments/inputs";
import { type EvidenceFile, evidenceLimits } from "@/lib/domain/submissions/evidence";
import { textLimits } from "@/lib/domain/texts";

type Props = {
  task: { code: string; version: number };
  /** What is verified, and takes the files; null where nothing was sent. */
  completionId: string | null;
  files: readonly EvidenceFile[];
  strike: Action<StrikeOffInput, { code: string }>;
};
const schema = strikeOffSchema.pick({ note: true });

/** 销号: how the completion was verified, by somebody who did not declare it, with what shows it. */
export function StrikeOffForm({ task: { code, version }, completionId, files, strike }: Props) {
  const t = useTranslations("work.strikeOff");
  const uploads = useUploadsFirst();
  const { form, errorOf, onSubmit, summary, busy, ...state } = useTaskForm({
    schema,
    defaultValues: { note: "" },
    action: strike,
    told: (code) => ({ text: t("told", { code }), from: "to_strike_off" }),
    inputOf: ({ note }) => ({ code, version, note }),
  });
  return (
    <ActionForm
      {...state}
      onSubmit={(event) => (uploads.holdsBack() ? event.preventDefault() : onSubmit(event))}
      summary={{
        ...summary,
        errors: [...summary.errors, ...uploads.errors],
        attempt: summary.attempt + uploads.attempt,
      }}
      busy={busy}
      isHeld={uploads.isBusy}
      hint={t("hint")}
      label={t("confirm")}
    >
      <LongText
        form={form}
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        max={textLimits.reason}
        error={errorOf("note")}
      />
      {completionId && (
        <EvidenceField
          title={t("files")}
          submissionId={completionId}
          ensureDraft={async () => completionId}
          files={files}
          limits={evidenceLimits}
          onUploads={uploads.onUploads}
        />
      )}
    </ActionForm>
  );
}
