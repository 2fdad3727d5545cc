"use client";
import { useTranslations } from "next-intl";
import { LongText, UnitSelect } from "@/components/forms/form-fields";
import { type FieldsProps, SubmissionForm } from "@/components/submissions/submission-form";
import type { FormMapping, WriteActions } from "@/components/submissions/use-submission-form";
import type { Department } from "@/lib/domain/people/departments";
import type { ObjectionContent } from "@/lib/domain/submissions/contents";
import type { FormFacts } from "@/lib/domain/submissions/open-submissions";
import { textLimits } from "@/lib/domain/texts";

type Units = { leadId: string | null; units: Department[] };
type Props = { code: string; facts: FormFacts & Units; actions: WriteActions };

/** 异议: why the task is not this unit's, and whose it might be. */
export function ObjectionForm({ code, facts, actions }: Props) {
  const t = useTranslations("work.request.objection");
  return (
    <SubmissionForm
      code={code}
      facts={facts}
      mapping={objectionMapping}
      actions={actions}
      note={t("submitNote")}
      units={facts.units}
    >
      {(fields) => <ObjectionFields {...fields} {...facts} />}
    </SubmissionForm>
  );
}

/** The form holds its content as it is, and begins blank. */
const objectionMapping: FormMapping<ObjectionContent> = {
  valuesOf: (draft) =>
    draft?.kind === "objection" ? draft.content : { reason: "", suggestedLeadId: null },
  contentOf: (content) => ({ kind: "objection", content }),
};

function ObjectionFields(props: FieldsProps<ObjectionContent> & Units) {
  const { form, errorOf, leadId, units } = props;
  const t = useTranslations("work.request");
  const optional = useTranslations("work.form")("optional");
  return (
    <>
      <LongText
        name="reason"
        form={form}
        label={t("reason")}
        hint={t("objection.reasonHint")}
        error={errorOf("reason")}
        max={textLimits.reason}
        rows={6}
      />
      <UnitSelect
        name="suggestedLeadId"
        form={form}
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
