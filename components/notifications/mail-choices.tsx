"use client";
import { useTranslations } from "next-intl";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import {
  type MailTopic,
  type MailTopicsInput,
  mailTopics,
  mailTopicsSchema,
} from "@/lib/domain/notifications/mail-topics";

type Props = { topics: MailTopic[]; save: Action<MailTopicsInput, unknown> };

/** What a person has by mail too. What the app tells is no choice. */
export function MailChoices({ topics, save }: Props) {
  const t = useTranslations("work.mailChoices");
  return (
    <section aria-labelledby="mail-choices">
      <h2 id="mail-choices" className="mb-2 text-lg font-bold">
        {t("title")}
      </h2>
      <p className="mb-2 text-sm text-muted">{t("hint")}</p>
      <FormWithConfirmation message={t("saved")}>
        {(onDone) => <ChoicesForm topics={topics} save={save} onDone={onDone} />}
      </FormWithConfirmation>
    </section>
  );
}

const schema = mailTopicsSchema.omit({ key: true });

function ChoicesForm({ topics, save, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.mailChoices");
  const { form, onSubmit, busy, refusal } = useActionForm({
    schema,
    values: { topics },
    action: save,
    inputOf: (values) => values,
    onDone,
  });
  return (
    <Form onSubmit={onSubmit}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <fieldset className="mb-3">
        <legend className="sr-only">{t("title")}</legend>
        {mailTopics.map((topic) => (
          <label key={topic} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              value={topic}
              {...form.register("topics")}
              className="size-5 shrink-0"
            />
            {t(`topics.${topic}`)}
          </label>
        ))}
      </fieldset>
      <Button type="submit" disabled={busy}>
        {t("save")}
      </Button>
    </Form>
  );
}
