"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal";
import { mostTyped } from "@/lib/domain/letters/letters";
import type { Refusal } from "@/lib/domain/refusals";
import { textLimits } from "@/lib/domain/texts";

type Problem = { body: string; error: string | null; refusal: Refusal | null; attempt: number };
type Props = {
  receipt: string;
  locale: string;
  answerWorkdays: number;
  send: (before: Problem, form: FormData) => Promise<Problem>;
};

/** 对答复不满意: its page has no script, and it comes back with what was typed, and what is wrong with it. */
export function FollowUpForm({ receipt, locale, answerWorkdays, send }: Props) {
  const t = useTranslations("letters.followUp");
  const wrong = useTranslations("letters.new");
  const validation = useTranslations("validation");
  const start = { body: "", error: null, refusal: null, attempt: 0 };
  const [state, action] = useActionState<Problem, FormData>(send, start);
  const { body, error, refusal, attempt } = state;
  const message = error ? validation(error as "letter_body") : undefined;
  return (
    <section aria-labelledby="follow-up">
      <h2 id="follow-up" className="text-lg font-bold">
        {t("title")}
      </h2>
      <form action={action} className="mt-2 space-y-4" key={attempt}>
        <ErrorSummary
          title={wrong("wrong")}
          errors={message ? [{ id: "body", message }] : []}
          attempt={attempt}
        />
        {refusal && <RefusalNotice refusal={refusal} />}
        <input type="hidden" name="receipt" value={receipt} />
        <input type="hidden" name="locale" value={locale} />
        <p className="sr-only" aria-hidden="true">
          <input name="website" tabIndex={-1} autoComplete="off" />
        </p>
        <Field
          id="body"
          label={t("body")}
          hint={t("hint", { days: answerWorkdays, max: textLimits.letter })}
          error={message}
        >
          {(described) => (
            <textarea
              {...described}
              name="body"
              rows={6}
              maxLength={mostTyped}
              defaultValue={body}
              className={inputStyle}
            />
          )}
        </Field>
        <Button type="submit">{t("send")}</Button>
      </form>
    </section>
  );
}
