"use client";
import { useTranslations } from "next-intl";
import { DateField, LongText } from "@/components/forms/form-fields";
import { type FieldsProps, SubmissionForm } from "@/components/submissions/submission-form";
import type { FormMapping, WriteActions } from "@/components/submissions/use-submission-form";
import { useDay } from "@/components/ui/day";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import type { ExtensionContent } from "@/lib/domain/submissions/contents";
import type { FormFacts } from "@/lib/domain/submissions/open-submissions";
import { textLimits } from "@/lib/domain/texts";

type Dates = { dueOn: Day | null; parentDueOn: Day | null };
type Props = { code: string; facts: FormFacts & Dates; actions: WriteActions };

/** 延期申请: the new day, why, and how far the work has come. */
export function ExtensionForm({ code, facts, actions }: Props) {
  const t = useTranslations("work.request.extension");
  return (
    <SubmissionForm
      code={code}
      facts={facts}
      mapping={extensionMapping}
      actions={actions}
      note={t("submitNote")}
    >
      {(fields) => <ExtensionFields {...fields} {...facts} />}
    </SubmissionForm>
  );
}

/** The form holds its content as it is, and begins blank. */
const extensionMapping: FormMapping<ExtensionContent> = {
  valuesOf: (draft) =>
    draft?.kind === "extension" ? draft.content : { newDueOn: null, reason: "", progress: "" },
  contentOf: (content) => ({ kind: "extension", content }),
};

function ExtensionFields({ form, errorOf, ...dates }: FieldsProps<ExtensionContent> & Dates) {
  const t = useTranslations("work.request");
  return (
    <>
      <NewDueOn {...{ form, errorOf, ...dates }} />
      <LongText
        name="reason"
        form={form}
        label={t("reason")}
        hint={t("extension.reasonHint")}
        error={errorOf("reason")}
        max={textLimits.reason}
      />
      <LongText
        name="progress"
        form={form}
        label={t("extension.progress")}
        hint={t("extension.progressHint")}
        error={errorOf("progress")}
        max={textLimits.progress}
      />
    </>
  );
}

type NewDueOnProps = Pick<FieldsProps<ExtensionContent>, "form" | "errorOf"> & Dates;

function NewDueOn({ form, errorOf, dueOn, parentDueOn }: NewDueOnProps) {
  const t = useTranslations("work.request.extension");
  const required = useTranslations("work.form")("required");
  const day = useDay();
  const now = dueOn ? day(dueOn) : "";
  const hint = parentDueOn
    ? t("newDueOnParent", { day: now, parent: day(parentDueOn) })
    : t("newDueOnHint", { day: now });
  return (
    <DateField
      name="newDueOn"
      form={form}
      label={t("newDueOn")}
      mark={required}
      hint={hint}
      error={errorOf("newDueOn")}
      min={dueOn ? addDays(dueOn, 1) : undefined}
      max={parentDueOn}
    />
  );
}
