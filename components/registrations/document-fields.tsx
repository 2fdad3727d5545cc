"use client";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import { DateField, LongText } from "@/components/forms/form-fields";
import { Field, inputStyle } from "@/components/ui/field";
import {
  bases,
  draftDocumentSchema,
  draftLimits,
  draftPlanSchema,
} from "@/lib/domain/registrations/drafts";

const { title: planTitle, shortTitle, summary, prefix } = draftPlanSchema.shape;
/** What a plan rests on and what it is called, in one form. */
export const withPlan = draftDocumentSchema.extend({ planTitle, shortTitle, summary, prefix });
export type Values = z.infer<typeof withPlan>;

type FieldsProps = {
  form: UseFormReturn<Values>;
  errorOf: (id: keyof Values & string) => string | undefined;
};

/** The document, or the decision without one. */
export function DocumentFields({ form, errorOf }: FieldsProps) {
  const t = useTranslations();
  const r = useTranslations("work.registration");
  const names = bases.map((basis) => t(`bases.${basis}`));
  /** The kind follows the basis, until somebody has written one of their own. */
  const nameKind = (chosen: string) => {
    const kind = form.getValues("kind");
    const basis = bases.find((each) => each === chosen);
    if (basis && (kind === "" || names.includes(kind)))
      form.setValue("kind", basis === "document" ? "" : t(`bases.${basis}`));
  };
  return (
    <section className="space-y-4">
      <h2 className="text-lg font-bold">{r("basisPart")}</h2>
      <p className="text-muted">{r("decisionWarning")}</p>
      <Field id="basis" label={r("basis")} error={errorOf("basis")}>
        {(described) => (
          <select
            {...described}
            {...form.register("basis", { onChange: (event) => nameKind(event.target.value) })}
            className={`${inputStyle} max-w-60`}
          >
            {bases.map((basis) => (
              <option key={basis} value={basis}>
                {t(`bases.${basis}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Line {...{ form, errorOf }} name="title" label={r("docTitle")} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <Line {...{ form, errorOf }} name="kind" required />
        <Line {...{ form, errorOf }} name="issuer" hint={r("issuerHint")} required />
        <Line {...{ form, errorOf }} name="documentNumber" hint={r("numberHint")} />
        <div />
        <DateField
          form={form}
          name="datedOn"
          label={r("datedOn")}
          mark={t("work.form.optional")}
          hint={r("datedHint")}
          error={errorOf("datedOn")}
        />
        <DateField
          form={form}
          name="publishedOn"
          label={r("publishedOn")}
          mark={t("work.form.required")}
          error={errorOf("publishedOn")}
        />
      </div>
      <LongText
        form={form}
        name="text"
        label={r("text")}
        hint={r("textHint")}
        error={errorOf("text")}
        max={draftLimits.text}
        rows={14}
      />
    </section>
  );
}

type LineName =
  | "planTitle"
  | "shortTitle"
  | "prefix"
  | "title"
  | "kind"
  | "issuer"
  | "documentNumber";

/** One line of such a form. */
export function Line(
  props: FieldsProps & { name: LineName; label?: string; hint?: string; required?: boolean },
) {
  const { form, errorOf, name, label, hint, required } = props;
  const t = useTranslations("work");
  return (
    <Field
      id={name}
      label={label ?? t(`registration.${name === "title" ? "docTitle" : name}`)}
      mark={t(required ? "form.required" : "form.optional")}
      hint={hint}
      error={errorOf(name)}
    >
      {(described) => (
        <input
          {...described}
          {...form.register(name)}
          lang={name === "prefix" ? undefined : "zh-CN"}
          autoComplete="off"
          className={inputStyle}
        />
      )}
    </Field>
  );
}
