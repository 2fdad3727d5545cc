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
import { type UpdateEmailInput, updateEmailSchema } from "@/lib/domain/people/accounts";

type Props = { email: string; save: Action<UpdateEmailInput, unknown> };

/** Where a person's reminders go by mail. */
export function AccountEmail({ email, save }: Props) {
  const t = useTranslations("work.account");
  return (
    <section aria-labelledby="account-email">
      <h2 id="account-email" className="mb-2 text-lg font-bold">
        {t("email")}
      </h2>
      <FormWithConfirmation message={t("emailSaved")}>
        {(onDone) => <EmailForm email={email} save={save} onDone={onDone} />}
      </FormWithConfirmation>
    </section>
  );
}

const schema = updateEmailSchema.omit({ key: true });

function EmailForm({ email, save, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.account");
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema,
    values: { email },
    action: save,
    inputOf: (values) => values,
    onDone,
  });
  return (
    <Form onSubmit={onSubmit} className="space-y-3">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <Field id="email" label={t("emailAddress")} hint={t("emailHint")} error={errorOf("email")}>
        {(described) => (
          <input
            {...described}
            {...form.register("email")}
            type="email"
            autoComplete="email"
            className={inputStyle}
          />
        )}
      </Field>
      <Button type="submit" disabled={busy}>
        {t("save")}
      </Button>
    </Form>
  );
}
