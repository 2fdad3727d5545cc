"use client";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { z } from "zod";
import { DateField, LongText } from "@/components/forms/form-fields";
import { Field, inputStyle } from "@/components/ui/field";
import {
  bases,
  draftDocumentSchema,
  draftLimits,
  draftPlanSchema,
} from "@/lib/domain/registrations/drafts";

const { title: planTitle, shortTitle, summary, prefix } = draftPlanSchema.shape;
const { title: docTitle, kind: docKind, ...document } = draftDocumentSchema.shape;
/** What a plan rests on and what it is called, in one form; a task's form beside it has a title and a kind, too. */
export const withPlan = z.strictObject({
  ...{ ...document, docTitle, docKind, planTitle, shortTitle, summary, prefix },
});
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
    const kind = form.getValues("docKind");
    const basis = bases.find((each) => each === chosen);
    if (basis && (kind === "" || names.includes(kind)))
      form.setValue("docKind", basis === "document" ? "" : t(`bases.${basis}`));
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
      <Line {...{ form, errorOf }} name="docTitle" required />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Line {...{ form, errorOf }} name="docKind" required />
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
  | "docTitle"
  | "docKind"
  | "issuer"
  | "documentNumber";

/** One line of such a form. */
export function Line(props: FieldsProps & { name: LineName; hint?: string; required?: boolean }) {
  const { form, errorOf, name, hint, required } = props;
  const t = useTranslations("work");
  return (
    <Field
      id={name}
      label={t(`registration.${name}`)}
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
