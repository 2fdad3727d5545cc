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
  handlerPosts,
  type NameablePerson,
  type NamedPeople,
  type NameHandlersInput,
  nameHandlersSchema,
} from "@/lib/domain/tasks/handlers";

type Props = {
  task: NamedPeople & { code: string; version: number };
  people: NameablePerson[];
  name: Action<NameHandlersInput, unknown>;
};

/** 明确承办人: whom the lead unit names for a task, on the task's own page. */
export function HandlersForm(props: Props) {
  const t = useTranslations("work.handlers");
  return (
    <details className="mt-2">
      <summary className="min-h-11 py-2 text-brand">{t("name")}</summary>
      <FormWithConfirmation message={t("saved")}>
        {(onDone) => <Fields {...props} onDone={onDone} />}
      </FormWithConfirmation>
    </details>
  );
}

const schema = nameHandlersSchema.omit({ key: true, code: true, version: true });

function Fields({ task, people, name, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations();
  const { code, version } = task;
  const nowNamed = (post: (typeof handlerPosts)[number]) =>
    task[post]?.counts ? task[post].id : "";
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema,
    defaultValues: { handlerId: nowNamed("handler"), headInChargeId: nowNamed("headInCharge") },
    action: name,
    inputOf: (values) => ({ ...values, code, version }),
    onDone,
  });
  return (
    <Form onSubmit={onSubmit} className="space-y-3 border border-line bg-paper p-4">
      <p className="text-sm text-muted">{t("work.handlers.hint")}</p>
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {handlerPosts.map((post) => (
        <Field
          key={post}
          id={`${post}Id`}
          label={t(`work.handlers.${post}`)}
          error={errorOf(`${post}Id`)}
        >
          {(described) => (
            <select
              {...described}
              {...form.register(`${post}Id`)}
              lang="zh-CN"
              className={inputStyle}
            >
              <option value="">{t("work.handlers.nobody")}</option>
              {people
                .filter(({ role }) => post === "handler" || role === "head")
                .map(({ id, name, role, username }) => (
                  <option key={id} value={id}>
                    {t("work.handlers.person", { name, role: t(`roles.${role}`), username })}
                  </option>
                ))}
            </select>
          )}
        </Field>
      ))}
      <Button type="submit" disabled={busy}>
        {t("work.handlers.save")}
      </Button>
    </Form>
  );
}
