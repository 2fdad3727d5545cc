"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { useAction } from "@/components/forms/use-action";
import { useFieldErrors } from "@/components/forms/use-action-form";
import { EvidenceField } from "@/components/submissions/evidence/evidence-field";
import { EvidenceList } from "@/components/submissions/evidence/evidence-list";
import { useUploadsFirst } from "@/components/submissions/evidence/use-uploads-first";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form, WhenReady } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { evidenceLimits } from "@/lib/domain/submissions/evidence";
import type { SubmissionAtVersion } from "@/lib/domain/submissions/inputs";
import type { FormFacts, OwnSubmission } from "@/lib/domain/submissions/open-submissions";
import { SaveStateText } from "./autosave";
import { DiscardDraft } from "./closed-form";
import { DraftConflict } from "./draft-conflict";
import { SubmissionText, type Unit } from "./submission-text";
import { type FormMapping, useSubmissionForm, type WriteActions } from "./use-submission-form";

/** What a kind's own fields are given. `touch` tells of a change that no input event tells. */
export type FieldsProps<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  errorOf: (field: keyof Values & string) => string | undefined;
  touch: () => void;
};

type Props<Values extends FieldValues> = {
  code: string;
  facts: FormFacts;
  mapping: FormMapping<Values>;
  actions: WriteActions;
  /** What becomes of it once it is sent, said before. */
  note: string;
  units?: readonly Unit[];
  children: (fields: FieldsProps<Values>) => ReactNode;
};

/** A submission being written, or the one on its way. A form that has lost a race stays: its text is still to be saved. */
export function SubmissionForm<Values extends FieldValues>(props: Props<Values>) {
  const [isHeld, setHeld] = useState(false);
  const { facts, units, actions } = props;
  if (facts.open?.status === "in_review" && !isHeld)
    return <SentSubmission open={facts.open} units={units} withdraw={actions.withdraw} />;
  return <OpenForm {...props} onConflict={setHeld} />;
}

/** It saves itself; a second window, an ended session or a refusal loses none of the text. */
function OpenForm<Values extends FieldValues>({
  onConflict,
  ...props
}: Props<Values> & { onConflict: (isHeld: boolean) => void }) {
  const { code, facts, mapping, actions, note, units, children } = props;
  const t = useTranslations("work");
  const { form, autosave, submit, busy, refusal, kept, conflict } = useSubmissionForm({
    ...{ code, facts, mapping, actions, onConflict },
  });
  const { summary, errorOf } = useFieldErrors(form.formState);
  const isSaidElsewhere = summary.errors.length > 0 || refusal?.code === "submission_changed";
  const files = useUploadsFirst();
  const draftId = autosave.state.submissionId;
  return (
    <Form
      onSubmit={(event) => (files.holdsBack() ? event.preventDefault() : submit(event))}
      onChange={autosave.touch}
      className="space-y-5"
    >
      <ErrorSummary
        title={summary.title}
        errors={[...summary.errors, ...files.errors]}
        attempt={summary.attempt + files.attempt}
      />
      {refusal && !isSaidElsewhere && <RefusalNotice refusal={refusal} />}
      {conflict && <DraftConflict other={facts.open} units={units} {...conflict} />}
      {kept && (
        <details open className="border border-dashed border-muted p-3">
          <summary className="font-semibold">{t("conflict.mine")}</summary>
          <SubmissionText content={kept} units={units} />
        </details>
      )}
      {children({ form, errorOf, touch: autosave.touch })}
      <EvidenceField
        submissionId={autosave.state.submissionId}
        ensureDraft={autosave.ensureDraft}
        files={facts.open?.evidence ?? []}
        limits={evidenceLimits}
        onUploads={files.onUploads}
      />
      <Notice tone="info">{note}</Notice>
      {draftId && !conflict && (
        <DiscardDraft submissionId={draftId} settle={autosave.settle} discard={actions.discard} />
      )}
      <div className="sticky bottom-0 max-sm:-mx-4 flex flex-wrap items-center gap-x-5 gap-y-2 border border-line bg-paper px-4 py-3">
        <Button type="submit" disabled={busy || files.isBusy || conflict !== null}>
          {busy ? t("report.submitting") : t("report.submit")}
        </Button>
        <SaveStateText state={autosave.state} onRetry={autosave.saveNow} />
      </div>
    </Form>
  );
}

type SentSubmissionProps = {
  open: OwnSubmission;
  units?: readonly Unit[];
  withdraw: Action<SubmissionAtVersion, { code: string }>;
};

/** A submission in review, as its unit sees it: to read, and to take back while nobody has decided at its step. */
function SentSubmission({ open, units, withdraw }: SentSubmissionProps) {
  const t = useTranslations("work.sent");
  const latest = useTranslations("work.form")("latest");
  const kinds = useTranslations("submissionKinds");
  const router = useRouter();
  const { run, busy, refusal } = useAction(withdraw, () => router.refresh());
  const mayWithdraw = open.transitions.includes("withdraw");
  return (
    <section aria-labelledby="sent" className="space-y-4">
      <h2 id="sent" className="text-lg font-bold">
        {t("title", { kind: kinds(open.content.kind) })}
      </h2>
      <Notice tone="info">
        <p>{t("status")}</p>
        <Anchor href={`/reviews/${open.id}`}>{latest}</Anchor>
      </Notice>
      <SubmissionText content={open.content} units={units} />
      {open.evidence.length > 0 && <EvidenceList files={open.evidence} />}
      {refusal && <RefusalNotice refusal={refusal} />}
      {mayWithdraw && (
        <WhenReady>
          <Button
            tone="plain"
            disabled={busy}
            onClick={() => run({ submissionId: open.id, version: open.version })}
          >
            {busy ? t("withdrawing") : t("withdraw")}
          </Button>
          <p className="mt-1 text-sm text-muted">{t("withdrawHint")}</p>
        </WhenReady>
      )}
    </section>
  );
}
