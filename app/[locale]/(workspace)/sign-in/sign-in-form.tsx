"use client";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { useCheckedForm } from "@/components/forms/use-action-form";
import { DemoAccounts } from "@/components/people/demo-accounts";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { DemoAccount } from "@/lib/domain/people/accounts";
import { signInSchema } from "@/lib/domain/people/inputs";
import { type Refusal, type RefusalCode, refuse } from "@/lib/domain/refusals";

const formSchema = signInSchema.extend({ stays: z.boolean() });
type Demo = { accounts: DemoAccount[]; password: string };

export function SignInForm({ next, demo }: { next: string; demo: Demo | null }) {
  const t = useTranslations("work.signIn");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { form, summary, errorOf } = useCheckedForm({
    schema: formSchema,
    defaultValues: { username: "", password: "", stays: false },
  });
  const { register, setValue, formState } = form;
  const isSignedIn = formState.isSubmitSuccessful && !formState.isSubmitting && !refusal;
  // After a success the form stays busy until the next page is there.
  const busy = formState.isSubmitting || isSignedIn;

  const submit = form.handleSubmit(async (input) => {
    setRefusal(null);
    const result = await signIn("credentials", { ...input, redirect: false });
    // A whole page load: the frame around the pages shows the person.
    if (result?.ok) window.location.assign(next);
    else setRefusal(refuse(known(result?.error)));
  });
  const enterAs = (username: string) => {
    setValue("username", username);
    setValue("password", demo?.password ?? "");
    return submit();
  };

  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      <Form onSubmit={submit} className="space-y-4 border border-line bg-paper p-5">
        <ErrorSummary {...summary} />
        {refusal && <RefusalNotice refusal={refusal} />}
        <Field id="username" label={t("username")} error={errorOf("username")}>
          {(described) => (
            <input
              {...described}
              {...register("username")}
              className={inputStyle}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Field id="password" label={t("password")} error={errorOf("password")}>
          {(described) => (
            <input
              {...described}
              {...register("password")}
              className={inputStyle}
              type="password"
              autoComplete="current-password"
            />
          )}
        </Field>
        <label className="flex min-h-11 items-center gap-2">
          <input
            {...register("stays")}
            type="checkbox"
            className="size-5 shrink-0"
            aria-describedby="stays-hint"
          />
          {t("stays")}
        </label>
        <p id="stays-hint" className="text-sm text-muted">
          {t("staysHint")}
        </p>
        <Button type="submit" disabled={busy} className="w-full">
          {busy ? t("pending") : t("submit")}
        </Button>
        {isSignedIn && (
          // What one wanted may be a file, which is saved and leaves this page where it is.
          <p role="status">
            {t("done")} <a href={next}>{t("goOn")}</a>
          </p>
        )}
        <p>
          <Anchor href="/start" className="inline-flex min-h-6 items-center">
            {t("hasCode")}
          </Anchor>
        </p>
      </Form>
      {demo && <DemoAccounts {...demo} busy={busy} onChoose={enterAs} />}
    </div>
  );
}

const told: readonly RefusalCode[] = [
  "sign_in_failed",
  "sign_in_locked",
  "sign_in_busy",
  "sign_ins_too_many",
  "origin_refused",
];

function known(error: string | null | undefined): RefusalCode {
  return told.find((code) => code === error) ?? "unavailable";
}
