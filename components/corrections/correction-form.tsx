"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { LongText } from "@/components/forms/form-fields";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import { deadlineKinds } from "@/lib/domain/calendar/deadlines";
import {
  correctedFields,
  isDayField,
  type ProposeCorrectionInput,
  proposeCorrectionSchema,
} from "@/lib/domain/corrections";
import type { CorrectedSubject } from "@/lib/domain/documents/corrections";
import { textLimits } from "@/lib/domain/texts";

type Props = {
  subject: CorrectedSubject;
  name: string;
  current: Record<string, string | null>;
  propose: Action<ProposeCorrectionInput, unknown>;
};

/** Proposes a 更正: of what, what it says now, what it should say, and why. */
export function CorrectionForm(props: Props) {
  const t = useTranslations("work.correction");
  return (
    <FormWithConfirmation message={t("proposed")}>
      {(onDone) => <ProposeForm {...props} onDone={onDone} />}
    </FormWithConfirmation>
  );
}

const schema = proposeCorrectionSchema.omit({ key: true, subject: true, name: true });
type Values = z.infer<typeof schema>;

function ProposeForm({ subject, name, current, propose, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations();
  const { form, errorOf, ...state } = useActionForm<Values, ProposeCorrectionInput, unknown>({
    schema,
    defaultValues: { field: "", wrong: "", occurrence: 1, right: "", reason: "" },
    action: propose,
    inputOf: (values) => ({ ...values, subject, name }),
    onDone,
  });
  const field = useWatch({ control: form.control, name: "field" });
  const now = current[field];
  return (
    <ActionForm {...state} hint={t("work.correction.hint")} label={t("work.correction.propose")}>
      <Field id="field" label={t("work.correction.field")} error={errorOf("field")}>
        {(described) => (
          <select
            {...described}
            {...form.register("field", {
              onChange: (event) => form.setValue("right", startOf(event.target.value, current)),
            })}
            className={inputStyle}
          >
            <option value="">{t("work.correction.choose")}</option>
            {correctedFields[subject].map((each) => (
              <option key={each} value={each}>
                {t(`correctedFields.${each as "title"}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {field === "text" ? (
        <WrongWords {...{ form, errorOf }} />
      ) : (
        field !== "" && (
          <p lang="zh-CN">
            {t("work.correction.now")}：{said(now ?? null)}
          </p>
        )
      )}
      <Right {...{ form, field }} error={errorOf("right")} />
      <LongText
        form={form}
        name="reason"
        label={t("work.correction.reason")}
        error={errorOf("reason")}
        max={textLimits.reason}
        rows={2}
      />
    </ActionForm>
  );

  function said(value: string | null) {
    if (value === null || value === "") return t("work.correction.empty");
    return field === "deadlineKind" ? t(`deadlineKinds.${value as "date"}`) : value;
  }
}

/** One begins with what it says now, and mends that; of a text with nothing. */
function startOf(field: string, current: Props["current"]): string {
  return field === "text" ? "" : (current[field] ?? "");
}

type FieldsProps = {
  form: ReturnType<typeof useActionForm<Values, ProposeCorrectionInput, unknown>>["form"];
  errorOf: (id: keyof Values & string) => string | undefined;
};

function WrongWords({ form, errorOf }: FieldsProps) {
  const t = useTranslations("work.correction");
  return (
    <>
      <LongText
        form={form}
        name="wrong"
        label={t("wrong")}
        hint={t("wrongHint")}
        error={errorOf("wrong")}
        max={textLimits.scope}
        rows={2}
      />
      <Field id="occurrence" label={t("occurrence")} error={errorOf("occurrence")}>
        {(described) => (
          <input
            {...described}
            {...form.register("occurrence", { valueAsNumber: true })}
            type="number"
            min={1}
            className={`${inputStyle} max-w-40`}
          />
        )}
      </Field>
    </>
  );
}

function Right({
  form,
  field,
  error,
}: {
  form: FieldsProps["form"];
  field: string;
  error?: string;
}) {
  const t = useTranslations();
  const label = t("work.correction.right");
  if (field === "deadlineKind")
    return (
      <Field id="right" label={label} error={error}>
        {(described) => (
          <select {...described} {...form.register("right")} className={inputStyle}>
            {deadlineKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`deadlineKinds.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  return (
    <Field
      id="right"
      label={label}
      hint={isDayField(field) ? t("work.correction.rightHint") : undefined}
      error={error}
    >
      {(described) => (
        <textarea
          {...described}
          {...form.register("right")}
          lang="zh-CN"
          rows={isDayField(field) ? 1 : 3}
          className={inputStyle}
        />
      )}
    </Field>
  );
}
