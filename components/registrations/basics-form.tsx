"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { LongText } from "@/components/forms/form-fields";
import { useActionForm } from "@/components/forms/use-action-form";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import {
  type DraftDocument,
  type DraftPlan,
  draftLimits,
  draftPlanSchema,
} from "@/lib/domain/registrations/drafts";
import type {
  SaveRegistrationInput,
  StartRegistrationInput,
} from "@/lib/domain/registrations/inputs";
import { localePath } from "@/messages/locales";
import { DocumentFields, Line, type Values, withPlan } from "./document-fields";

const nothing: Values = {
  ...{ basis: "document", docTitle: "", docKind: "", issuer: "", documentNumber: "" },
  ...{ datedOn: null, publishedOn: "", text: "" },
  ...{ planTitle: "", shortTitle: "", summary: "", prefix: "" },
};

const documentOf = (values: Values): DraftDocument => {
  const {
    docTitle,
    docKind,
    planTitle: _,
    shortTitle: _s,
    summary: _m,
    prefix: _p,
    ...said
  } = values;
  return { ...said, title: docTitle, kind: docKind };
};
const valuesOf = ({ title, kind, ...said }: DraftDocument) => ({
  ...said,
  docTitle: title,
  docKind: kind,
});
const planValuesOf = ({ title, ...said }: DraftPlan) => ({ ...said, planTitle: title });
const planOf = ({ planTitle, shortTitle, summary, prefix }: Values): DraftPlan => ({
  ...{ title: planTitle, shortTitle, summary, prefix },
});

type StartProps = {
  /** The plan that is added to (补充立项); null for a plan of its own. */
  planSlug: string | null;
  start: Action<StartRegistrationInput, { id: string }>;
};

/** What a new plan rests on and is called; once saved, on to its tasks. */
export function StartForm({ planSlug, start }: StartProps) {
  const t = useTranslations("work.registration");
  const open = useOpenRegistration();
  const isNew = planSlug === null;
  const form = useActionForm<Values, StartRegistrationInput, { id: string }>({
    schema: isNew ? withPlan : withoutPlan,
    defaultValues: nothing,
    action: start,
    inputOf: (values) => ({
      document: documentOf(values),
      plan: isNew ? planOf(values) : null,
      planSlug,
    }),
    onDone: open,
  });
  return <Basics {...form} isNew={isNew} label={t("start")} />;
}

/** Where a plan is added to, its own fields stay empty and are not asked for. */
const withoutPlan = withPlan.extend({
  planTitle: draftPlanSchema.shape.summary,
  shortTitle: draftPlanSchema.shape.summary,
  prefix: draftPlanSchema.shape.summary,
});

type SaveProps = {
  seen: { id: string; version: number };
  document: DraftDocument;
  plan: DraftPlan | null;
  save: Action<SaveRegistrationInput, unknown>;
};

export function SaveForm({ seen, document, plan, save }: SaveProps) {
  const t = useTranslations("work.registration");
  const router = useRouter();
  const form = useActionForm<Values, SaveRegistrationInput, unknown>({
    schema: plan ? withPlan : withoutPlan,
    defaultValues: { ...nothing, ...valuesOf(document), ...(plan && planValuesOf(plan)) },
    action: save,
    inputOf: (values) => ({
      ...seen,
      document: documentOf(values),
      plan: plan && planOf(values),
    }),
    onDone: () => router.refresh(),
  });
  return <Basics {...form} isNew={plan !== null} label={t("save")} />;
}

/** On to a registration that has just been begun. */
export function useOpenRegistration() {
  const router = useRouter();
  const locale = useLocale();
  return ({ id }: { id: string }) => router.push(localePath(locale, `/registrations/${id}`));
}

type BasicsProps = Omit<ReturnType<typeof useActionForm<Values, never, never>>, "form"> & {
  form: UseFormReturn<Values>;
  isNew: boolean;
  label: string;
};

function Basics({ form, onSubmit, busy, refusal, summary, errorOf, isNew, label }: BasicsProps) {
  const t = useTranslations("work.registration");
  useUnsavedWarning(form.formState.isDirty && !busy);
  return (
    <Form onSubmit={onSubmit} className="space-y-6 border border-line bg-paper p-4">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {isNew && (
        <section className="space-y-4">
          <h2 className="text-lg font-bold">{t("planPart")}</h2>
          <Line {...{ form, errorOf }} name="planTitle" required />
          <div className="grid gap-4 sm:grid-cols-2">
            <Line {...{ form, errorOf }} name="shortTitle" required />
            <Line {...{ form, errorOf }} name="prefix" hint={t("prefixHint")} required />
          </div>
          <LongText
            {...{ form }}
            name="summary"
            label={t("summary")}
            error={errorOf("summary")}
            max={draftLimits.summary}
            rows={2}
            isOptional
          />
        </section>
      )}
      <DocumentFields {...{ form, errorOf }} />
      <Button type="submit" disabled={busy}>
        {label}
      </Button>
    </Form>
  );
}
