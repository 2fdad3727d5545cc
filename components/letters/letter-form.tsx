"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal";
import { letterKinds, mostTyped } from "@/lib/domain/letters/letters";
import type { Refusal } from "@/lib/domain/refusals";
import { textLimits } from "@/lib/domain/texts";

type Typed = { kind: string; body: string; email: string };
type Problem = {
  typed: Typed;
  errors: { [Field in keyof Typed]?: string };
  refusal: Refusal | null;
  attempt: number;
};
type Props = {
  code: string;
  kind: string;
  locale: string;
  isMailOn: boolean;
  send: (before: Problem, form: FormData) => Promise<Problem>;
};
const fields = ["kind", "body", "email"] as const;

/** A letter to the unit. Its page has no script: it comes back with what was typed, and what is wrong with it. */
export function LetterForm({ code, kind, locale, isMailOn, send }: Props) {
  const t = useTranslations("letters.new");
  const validation = useTranslations("validation");
  const start = { typed: { kind, body: "", email: "" }, errors: {}, refusal: null, attempt: 0 };
  const [state, action] = useActionState<Problem, FormData>(send, start);
  const { typed, errors, refusal, attempt } = state;
  const shownErrors = fields.flatMap((field) => {
    const key = errors[field];
    return key ? [{ id: field, message: validation(key as "letter_body") }] : [];
  });
  const errorOf = (field: keyof Typed) => shownErrors.find(({ id }) => id === field)?.message;
  return (
    <form action={action} className="mt-4 max-w-2xl space-y-5" key={attempt}>
      <ErrorSummary title={t("wrong")} errors={shownErrors} attempt={attempt} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="locale" value={locale} />
      <p className="sr-only" aria-hidden="true">
        <input name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <Kinds chosen={typed.kind} error={errorOf("kind")} />
      <Field
        id="body"
        label={t("body")}
        hint={t("bodyHint", { max: textLimits.letter })}
        error={errorOf("body")}
      >
        {(described) => (
          <textarea
            {...described}
            name="body"
            rows={8}
            maxLength={mostTyped}
            defaultValue={typed.body}
            className={inputStyle}
          />
        )}
      </Field>
      {isMailOn && (
        <Field
          id="email"
          label={t("email")}
          mark={t("optional")}
          hint={t("emailHint")}
          error={errorOf("email")}
        >
          {(described) => (
            <input
              {...described}
              name="email"
              type="email"
              autoComplete="email"
              defaultValue={typed.email}
              className={inputStyle}
            />
          )}
        </Field>
      )}
      <Button type="submit">{t("send")}</Button>
    </form>
  );
}

function Kinds({ chosen, error }: { chosen: string; error?: string }) {
  const t = useTranslations("letters");
  return (
    <fieldset id="kind" tabIndex={-1} aria-describedby={error ? "kind-error" : undefined}>
      <legend className="font-semibold">{t("new.kind")}</legend>
      {error && (
        <p id="kind-error" className="font-semibold text-alarm">
          {error}
        </p>
      )}
      {letterKinds.map((kind) => (
        <label key={kind} className="flex min-h-11 items-center gap-2">
          <input
            type="radio"
            name="kind"
            value={kind}
            defaultChecked={chosen === kind}
            className="size-5"
          />
          <span>
            {t(`kinds.${kind}`)}
            <span className="text-muted"> · {t(`new.kinds.${kind}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
