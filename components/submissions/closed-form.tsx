"use client";
import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/ui/refusal";
import type { ClosedForm as Closed } from "./content";
import { DiscardDraft } from "./discard-draft";
import type { Unit } from "./submission-parts";
import { SubmissionText } from "./submission-text";
import type { WriteActions } from "./use-submission-form";

type Props = { form: Closed; units?: readonly Unit[]; discard: WriteActions["discard"] };

/** A form that may not be used, with the rule that says so. A draft begun before it closed stays to be read. */
export function ClosedForm({ form: { refusal, open }, units, discard }: Props) {
  const t = useTranslations("work.request");
  return (
    <div className="space-y-4">
      <RefusalNotice refusal={refusal} />
      {open && (
        <section aria-labelledby="closed-draft" className="space-y-3">
          <h2 id="closed-draft" className="font-bold">
            {t("closedDraft")}
          </h2>
          <p className="text-muted">{t("closedDraftHint")}</p>
          <SubmissionText written={open.written} units={units} />
          {open.transitions.includes("discard") && (
            <DiscardDraft
              submissionId={open.id}
              settle={async () => open.version}
              discard={discard}
            />
          )}
        </section>
      )}
    </div>
  );
}
