"use client";
import { useTranslations } from "next-intl";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { type EditAccountInput, editAccountSchema } from "@/lib/domain/people/account-inputs";
import type { ManagedPerson } from "@/lib/domain/people/directory";
import { TextField } from "./account-fields";

type Props = { person: ManagedPerson; edit: Action<EditAccountInput, unknown> };

/** What is kept of a person beside unit and role. */
export function EditAccount(props: Props) {
  const t = useTranslations("work.people");
  return (
    <section aria-labelledby="account-about">
      <h2 id="account-about" className="mb-2 text-lg font-bold">
        {t("about")}
      </h2>
      <FormWithConfirmation message={t("saved")}>
        {(onDone) => <EditForm {...props} onDone={onDone} />}
      </FormWithConfirmation>
    </section>
  );
}

const schema = editAccountSchema.omit({ key: true, userId: true, version: true });

function EditForm({ person, edit, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.people");
  const { id: userId, version, name, post, email, phone } = person;
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema,
    values: { name, post, email, phone },
    action: edit,
    inputOf: (values) => ({ ...values, userId, version }),
    onDone,
  });
  return (
    <Form onSubmit={onSubmit} className="space-y-3 border border-line bg-paper p-4">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {(["name", "post", "email", "phone"] as const).map((field) => (
        <TextField key={field} name={field} input={form.register(field)} error={errorOf(field)} />
      ))}
      <Button type="submit" disabled={busy}>
        {t("save")}
      </Button>
    </Form>
  );
}
