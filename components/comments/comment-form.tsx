"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { type CommentInput, commentSchema } from "@/lib/domain/comments";
import type { Person } from "@/lib/domain/people/accounts";
import { textLimits } from "@/lib/domain/texts";

type Props = { code: string; people: Person[]; post: Action<CommentInput, unknown> };

export function CommentForm(props: Props) {
  const t = useTranslations("work.comments");
  return (
    <div className="no-print mt-3">
      <FormWithConfirmation message={t("posted")}>
        {(onDone) => <BlankForm {...props} onDone={onDone} />}
      </FormWithConfirmation>
    </div>
  );
}

const schema = commentSchema.omit({ key: true });
type Values = Omit<CommentInput, "key">;

function BlankForm({ code, people, post, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.comments");
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema,
    defaultValues: { code, body: "", mentionedIds: [] },
    action: post,
    inputOf: (values) => values,
    onDone,
  });
  return (
    <Form onSubmit={onSubmit} className="space-y-3">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <Field
        id="body"
        label={t("body")}
        hint={t("bodyHint", { max: textLimits.message })}
        error={errorOf("body")}
      >
        {(described) => (
          <textarea
            {...described}
            {...form.register("body")}
            lang="zh-CN"
            rows={3}
            className={inputStyle}
          />
        )}
      </Field>
      <CommentMentions form={form} people={people} error={errorOf("mentionedIds")} />
      <Button type="submit" disabled={busy}>
        {t("post")}
      </Button>
    </Form>
  );
}

type CommentMentionsProps = { form: UseFormReturn<Values>; people: Person[]; error?: string };

/** Whom to mention (提醒谁看), told apart by unit and user name: two people may have one name. */
function CommentMentions({ form, people, error }: CommentMentionsProps) {
  const t = useTranslations();
  const [wanted, setWanted] = useState("");
  const chosenIds = useWatch({ control: form.control, name: "mentionedIds" });
  const chosen = people.filter(({ id }) => chosenIds.includes(id));
  const matches = ({ name, unit, username }: Person) =>
    `${name} ${unit} ${username}`.toLowerCase().includes(wanted.trim().toLowerCase());
  return (
    <fieldset id="mentionedIds" tabIndex={-1}>
      <legend className="font-semibold">{t("work.comments.mention")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <p className="text-sm text-muted">
        {chosen.length > 0
          ? t("work.comments.chosen", { names: chosen.map(({ name }) => name).join("、") })
          : t("work.comments.mentionHint")}
      </p>
      <details className="border border-line bg-paper p-2">
        <summary className="min-h-8">{t("work.comments.choose", { count: people.length })}</summary>
        <Field id="person" label={t("work.comments.find")}>
          {(described) => (
            <input
              {...described}
              type="search"
              className={inputStyle}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
          )}
        </Field>
        <ul className="mt-2">
          {people.map((each) => (
            <li key={each.id} hidden={!matches(each)}>
              <label className="flex min-h-9 items-center gap-2">
                <input
                  {...form.register("mentionedIds")}
                  type="checkbox"
                  value={each.id}
                  className="size-5 shrink-0"
                />
                <span lang="zh-CN">
                  {t("work.account.person", { ...each, role: t(`roles.${each.role}`) })}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}
