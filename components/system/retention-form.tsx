"use client";
import { useTranslations } from "next-intl";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import {
  type RetentionKind,
  type SetRetentionInput,
  setRetentionSchema,
  settableDays,
} from "@/lib/domain/system";

type Props = {
  kind: RetentionKind;
  days: number;
  version: number;
  set: Action<SetRetentionInput, unknown>;
};

/** For how many days one thing is kept. */
export function RetentionForm(props: Props) {
  const t = useTranslations("work.retention");
  return (
    <FormWithConfirmation message={t("saved")}>
      {(onDone) => <DaysForm key={props.version} {...props} onDone={onDone} />}
    </FormWithConfirmation>
  );
}

function DaysForm({ kind, days, version, set, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.retention");
  // Several of these stand on one page, so each field bears its kind's name, too.
  const schema = setRetentionSchema.pick({ days: true });
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema,
    defaultValues: { days },
    action: set,
    inputOf: (values) => ({ ...values, kind, version }),
    onDone,
  });
  const id = `days-${kind}`;
  const errors = summary.errors.map((error) => ({ ...error, id }));
  return (
    <Form onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
      <ErrorSummary {...summary} errors={errors} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <Field
        id={id}
        label={t("days")}
        hint={t("range", settableDays[kind])}
        error={errorOf("days")}
      >
        {(described) => (
          <input
            {...described}
            {...form.register("days", { valueAsNumber: true })}
            type="number"
            inputMode="numeric"
            className={`${inputStyle} max-w-32`}
          />
        )}
      </Field>
      <Button type="submit" tone="plain" disabled={busy}>
        {t("save")}
        <span className="sr-only"> {t(`kinds.${kind}.name`)}</span>
      </Button>
    </Form>
  );
}
