"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { type CreateAccountInput, createAccountSchema } from "@/lib/domain/people/account-inputs";
import { localePath } from "@/messages/locales";
import { RoleField, TextField } from "./account-fields";
import { type FindUnits, UnitField } from "./unit-field";

type Props = { create: Action<CreateAccountInput, { userId: string }>; findUnits: FindUnits };

type Values = Omit<CreateAccountInput, "key">;
const schema = createAccountSchema.omit({ key: true });

/** A new person: who they are, of which unit, and what they are to be. It leads to their page, where the start link is made. */
export function NewAccountForm({ create, findUnits }: Props) {
  const t = useTranslations("work.people");
  const router = useRouter();
  const locale = useLocale();
  const given = useActionForm<Values, CreateAccountInput, { userId: string }>({
    schema,
    defaultValues: {
      name: "",
      username: "",
      unitId: "",
      role: "official",
      post: "",
      email: "",
      phone: "",
    },
    action: create,
    inputOf: (values) => values,
    onDone: ({ userId }) => router.push(localePath(locale, `/people/${userId}`)),
  });
  const { form, onSubmit, busy, refusal, summary, errorOf } = given;
  const choose = (unitId: string) =>
    form.setValue("unitId", unitId, { shouldValidate: form.formState.isSubmitted });
  return (
    <Form onSubmit={onSubmit} className="space-y-3 border border-line bg-paper p-4">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextField name="name" input={form.register("name")} error={errorOf("name")} />
        <TextField name="username" input={form.register("username")} error={errorOf("username")} />
        <UnitField
          id="unitId"
          label={t("fields.unit")}
          error={errorOf("unitId")}
          onChoose={choose}
          find={findUnits}
        />
        <RoleField input={form.register("role")} error={errorOf("role")} />
        <TextField name="post" input={form.register("post")} error={errorOf("post")} />
        <TextField name="email" input={form.register("email")} error={errorOf("email")} />
        <TextField name="phone" input={form.register("phone")} error={errorOf("phone")} />
      </div>
      <Button type="submit" disabled={busy}>
        {t("create")}
      </Button>
    </Form>
  );
}
