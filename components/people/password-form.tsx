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
  type ChangePasswordInput,
  changePasswordSchema,
  withNewPassword,
} from "@/lib/domain/people/passwords";
import { PasswordField } from "./password-field";

type Props = {
  username: string;
  /** Where whoever had to change it goes on to; null for who stays. */
  next: string | null;
  change: Action<ChangePasswordInput, unknown>;
};

/** Changes one's own password. Whoever had to goes on to what they wanted, which is theirs from now on. */
export function PasswordForm({ next, ...rest }: Props) {
  const t = useTranslations("work.password");
  return (
    <FormWithConfirmation message={t("changed")}>
      {(done) => (
        <ChangeForm
          {...rest}
          onDone={() => {
            done();
            // A whole page load: the frame around the pages shows the person. A file is saved, and this page stays.
            if (next !== null) window.location.assign(next);
          }}
        />
      )}
    </FormWithConfirmation>
  );
}

const schema = changePasswordSchema.omit({ key: true });

function ChangeForm({ username, change, onDone }: Omit<Props, "next"> & { onDone: () => void }) {
  const t = useTranslations("work.password");
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema: withNewPassword(schema, username),
    defaultValues: { present: "", password: "" },
    action: change,
    inputOf: (values) => values,
    onDone,
  });
  return (
    <Form onSubmit={onSubmit} className="max-w-xl space-y-4 border border-line bg-paper p-5">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {/* For the browser's own store of passwords, which asks under which name. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <Field id="present" label={t("present")} error={errorOf("present")}>
        {(described) => (
          <input
            {...described}
            {...form.register("present")}
            type="password"
            autoComplete="current-password"
            className={inputStyle}
          />
        )}
      </Field>
      <PasswordField
        username={username}
        typed={form.watch("password")}
        registered={form.register("password")}
        error={errorOf("password")}
      />
      <p className="text-sm text-muted">{t("ends")}</p>
      <Button type="submit" disabled={busy}>
        {busy ? t("pending") : t("change")}
      </Button>
    </Form>
  );
}
