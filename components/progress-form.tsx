"use client";
import { useTranslations } from "next-intl";
import { DiscardDraft } from "./discard-draft";
import { DraftConflict } from "./draft-conflict";
import { RefusalNotice } from "./refusal";
import { ReportFields } from "./report-fields";
import { ReportText } from "./report-text";
import { SaveState } from "./save-state";
import { Button } from "./ui/button";
import { ErrorSummary } from "./ui/error-summary";
import { Form } from "./ui/form";
import { Notice } from "./ui/notice";
import { useFieldErrors } from "./use-field-errors";
import { type ReportFormFacts, useReportForm, type WriteActions } from "./use-report-form";

export type ProgressFormProps = { code: string; form: ReportFormFacts; actions: WriteActions };

/** The report being written. It saves itself; a second window, an ended session or a refusal loses none of the text. */
export function ProgressForm({
  code,
  form,
  actions,
  onConflict,
}: ProgressFormProps & { onConflict: (isHeld: boolean) => void }) {
  const t = useTranslations("work");
  const { sheet, periods, autosave, submit, busy, refusal, kept, conflict } = useReportForm(
    code,
    form,
    actions,
    onConflict,
  );
  const { summary, errorOf } = useFieldErrors(sheet.formState);
  const isSaidElsewhere = summary.errors.length > 0 || refusal?.code === "submission_changed";
  return (
    <Form onSubmit={submit} onChange={autosave.touch} className="space-y-5">
      <ErrorSummary {...summary} />
      {refusal && !isSaidElsewhere && <RefusalNotice refusal={refusal} />}
      {conflict && <DraftConflict other={form.open} {...conflict} />}
      {kept && (
        <details open className="border border-dashed border-muted p-3">
          <summary className="font-semibold">{t("conflict.mine")}</summary>
          <ReportText content={kept} />
        </details>
      )}
      <ReportFields
        sheet={sheet}
        form={{ ...form, periods }}
        errorOf={errorOf}
        onPrefill={autosave.touch}
      />
      <Notice tone="info">{t("report.publicNote")}</Notice>
      {form.open?.transitions.includes("discard") && (
        <DiscardDraft
          submissionId={form.open.id}
          settle={autosave.settle}
          discard={actions.discard}
        />
      )}
      <div className="sticky bottom-0 max-sm:-mx-4 flex flex-wrap items-center gap-x-5 gap-y-2 border border-line bg-paper px-4 py-3">
        <Button type="submit" disabled={busy || conflict !== null}>
          {busy ? t("report.submitting") : t("report.submit")}
        </Button>
        <SaveState state={autosave.state} onRetry={autosave.saveNow} />
      </div>
    </Form>
  );
}
