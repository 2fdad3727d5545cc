"use client";
import { useTranslations } from "next-intl";
import type { Department } from "@/components/assignments/assign-values";
import { LongText, UnitSelect } from "@/components/forms/form-fields";
import type { OpenForm } from "@/components/submissions/content";
import { type FieldsProps, SubmissionForm } from "@/components/submissions/submission-form";
import type { WriteActions } from "@/components/submissions/use-submission-form";
import type { ObjectionContent } from "@/lib/domain/submissions/contents";
import { textLimits } from "@/lib/domain/texts";
import { objectionPaper } from "./request-values";

type Units = { leadId: string | null; units: Department[] };
type Props = { code: string; form: OpenForm & Units; actions: WriteActions };

/** 异议: why the task is not this unit's, and whose it might be. */
export function ObjectionForm({ code, form, actions }: Props) {
  const t = useTranslations("work.request.objection");
  return (
    <SubmissionForm
      code={code}
      form={form}
      paper={objectionPaper}
      actions={actions}
      note={t("submitNote")}
      units={form.units}
    >
      {(fields) => <ObjectionFields {...fields} {...form} />}
    </SubmissionForm>
  );
}

function ObjectionFields(props: FieldsProps<ObjectionContent> & Units) {
  const { sheet, errorOf, leadId, units } = props;
  const t = useTranslations("work.request");
  const optional = useTranslations("work.form")("optional");
  return (
    <>
      <LongText
        name="reason"
        sheet={sheet}
        label={t("reason")}
        hint={t("objection.reasonHint")}
        error={errorOf("reason")}
        max={textLimits.reason}
        rows={6}
      />
      <UnitSelect
        name="suggestedLeadId"
        sheet={sheet}
        units={units}
        exceptId={leadId}
        label={t("objection.suggestedLeadId")}
        mark={optional}
        none={t("objection.suggestedNone")}
        error={errorOf("suggestedLeadId")}
      />
    </>
  );
}
