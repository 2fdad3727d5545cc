"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useCheckedForm } from "@/components/forms/use-action-form";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Fact, Facts } from "@/components/ui/facts";
import { Field, inputStyle } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice, useRefusalText } from "@/components/ui/refusal";
import type { OpenAction } from "@/lib/domain/action-result";
import { withNewPassword } from "@/lib/domain/people/passwords";
import {
  type StartAccount,
  type StartCodeInput,
  type StartInput,
  startCodeSchema,
  startSchema,
} from "@/lib/domain/people/start-links";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { PasswordField } from "./password-field";

type Look = OpenAction<StartCodeInput, StartAccount>;
type Start = OpenAction<StartInput, { username: string }>;
type Found = { code: string; account: StartAccount };

/** The code from the sheet, then a password of one's own, then the way to sign in. */
export function StartForm({ look, start }: { look: Look; start: Start }) {
  const t = useTranslations("work.start");
  const [found, setFound] = useState<Found | null>(null);
  const [isDone, setIsDone] = useState(false);
  if (isDone)
    return (
      <Notice tone="done" role="status" title={t("done")}>
        <p className="mb-3">{t("doneNext", { username: found?.account.username ?? "" })}</p>
        <Anchor href="/sign-in" className={buttonStyle()}>
          {t("signIn")}
        </Anchor>
      </Notice>
    );
  return found ? (
    <ChooseForm {...found} start={start} onDone={() => setIsDone(true)} />
  ) : (
    <CodeForm look={look} onFound={setFound} />
  );
}

/** Sends what a form holds; a refusal of a field of the form stands beside it, any other is returned. */
async function answerOf<Answer>(sent: ReturnType<OpenAction<unknown, Answer>>) {
  const result = await sent.catch(() => null);
  return result ?? ({ ok: false, refusal: refuse("unavailable") } as const);
}

function CodeForm({ look, onFound }: { look: Look; onFound: (found: Found) => void }) {
  const t = useTranslations("work.start");
  const say = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { form, summary, errorOf } = useCheckedForm({
    schema: startCodeSchema,
    defaultValues: { code: "" },
  });
  const { setValue, setError, formState } = form;
  // A mailed code stands behind the #, where no server sees it, and not in the browser's history after this.
  useEffect(() => {
    const code = decodeURIComponent(window.location.hash.slice(1));
    if (!code) return;
    setValue("code", code);
    window.history.replaceState(null, "", window.location.pathname);
  }, [setValue]);
  const submit = form.handleSubmit(async (input) => {
    setRefusal(null);
    const result = await answerOf(look(input));
    if (result.ok) onFound({ code: input.code, account: result.answer });
    else if (result.refusal.field)
      setError("code", { type: "server", message: say(result.refusal) });
    else setRefusal(result.refusal);
  });
  return (
    <Form onSubmit={submit} className="max-w-xl space-y-4 border border-line bg-paper p-5">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <Field id="code" label={t("code")} hint={t("codeHint")} error={errorOf("code")}>
        {(described) => (
          <input
            {...described}
            {...form.register("code")}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className={`${inputStyle} font-mono`}
          />
        )}
      </Field>
      <Button type="submit" disabled={formState.isSubmitting}>
        {t("next")}
      </Button>
    </Form>
  );
}

const schema = startSchema.omit({ code: true });

function ChooseForm({
  code,
  account,
  start,
  onDone,
}: Found & { start: Start; onDone: () => void }) {
  const t = useTranslations("work");
  const say = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { form, summary, errorOf } = useCheckedForm({
    schema: withNewPassword(schema, account.username),
    defaultValues: { password: "" },
  });
  const { setError, formState } = form;
  const submit = form.handleSubmit(async ({ password }) => {
    setRefusal(null);
    const result = await answerOf(start({ code, password }));
    if (result.ok) onDone();
    else if (result.refusal.field === "password")
      setError("password", { type: "server", message: say(result.refusal) });
    else setRefusal(result.refusal);
  });
  return (
    <Form onSubmit={submit} className="max-w-xl space-y-4 border border-line bg-paper p-5">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <p>{t("start.isYou")}</p>
      <Facts>
        <Fact label={t("account.name")}>{account.name}</Fact>
        <Fact label={t("account.username")}>{account.username}</Fact>
        <Fact label={t("account.unit")}>
          <span lang="zh-CN">{account.unit}</span>
        </Fact>
      </Facts>
      <input type="text" autoComplete="username" value={account.username} readOnly hidden />
      <PasswordField
        username={account.username}
        typed={form.watch("password")}
        registered={form.register("password")}
        error={errorOf("password")}
      />
      <Button type="submit" disabled={formState.isSubmitting}>
        {formState.isSubmitting ? t("password.pending") : t("start.set")}
      </Button>
    </Form>
  );
}
