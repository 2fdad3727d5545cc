"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FieldValues, type Path, type UseFormReturn, useWatch } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField, DateField } from "@/components/forms/form-fields";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field, inputStyle, type Option } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import type { Day } from "@/lib/domain/calendar/days";
import { contactFields, type DepartmentKind } from "@/lib/domain/people/departments";
import {
  aliasesIn,
  type CreateUnitInput,
  type EditUnitInput,
  type RenameUnitInput,
  unitFields,
  unitLimits,
} from "@/lib/domain/people/unit-inputs";
import { localePath } from "@/messages/locales";

export type UnitAction<Input> = Action<Input, { code: string }>;

/** A form about a unit leads to its page once it is done. */
export function useUnitForm<Values extends FieldValues, Input extends { key: string }>(
  given: Omit<Parameters<typeof useActionForm<Values, Input, { code: string }>>[0], "onDone">,
) {
  const router = useRouter();
  const locale = useLocale();
  return useActionForm<Values, Input, { code: string }>({
    ...given,
    onDone: ({ code }) => router.push(localePath(locale, `/departments/${code}`)),
  });
}

type LineProps<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  name: Path<Values>;
  label: string;
  hint?: string;
  mark?: string;
  error?: string;
  type?: "text" | "tel" | "email" | "number";
};

/** A text of one line. */
export function TextLine<Values extends FieldValues>(props: LineProps<Values>) {
  const { form, name, label, hint, mark, error, type = "text" } = props;
  return (
    <Field id={name} label={label} hint={hint} mark={mark} error={error}>
      {(described) => (
        <input
          {...described}
          {...form.register(name, type === "number" ? { valueAsNumber: true } : {})}
          type={type}
          lang={type === "text" ? "zh-CN" : undefined}
          className={inputStyle}
        />
      )}
    </Field>
  );
}

type KindProps<Values extends FieldValues> = Omit<LineProps<Values>, "label" | "type"> & {
  kinds: Option[];
};

function KindField<Values extends FieldValues>({ form, name, kinds, error }: KindProps<Values>) {
  const t = useTranslations("work");
  return (
    <Field id={name} label={t("departments.kind")} mark={t("form.required")} error={error}>
      {(described) => (
        <select {...described} {...form.register(name)} className={inputStyle}>
          <option value="">{t("departments.form.kindChoose")}</option>
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const newUnit = z.object({
  name: unitFields.name,
  shortName: unitFields.shortName,
  kind: unitFields.kind,
  newCode: unitFields.newCode,
});
type NewUnitValues = z.infer<typeof newUnit>;
export const newUnitShape = newUnit.shape;
export const emptyUnit = { name: "", shortName: "", kind: "" as DepartmentKind, newCode: "" };

type NewUnitFieldsProps<Values extends NewUnitValues> = {
  form: UseFormReturn<Values>;
  kinds: Option[];
  errorOf: (field: keyof Values & string) => string | undefined;
};

/** What a unit is called and what it is: of one that is made, by itself or out of another. */
export function NewUnitFields<Values extends NewUnitValues>(props: NewUnitFieldsProps<Values>) {
  const { kinds, errorOf } = props;
  const t = useTranslations("work");
  // The fields are those of every such form; its own come beside them.
  const form = props.form as unknown as UseFormReturn<NewUnitValues>;
  const line = (name: keyof NewUnitValues) => ({ form, name, error: errorOf(name) });
  return (
    <>
      <TextLine
        {...line("name")}
        label={t("departments.form.name")}
        mark={t("form.required")}
        hint={t("departments.form.nameHint")}
      />
      <TextLine
        {...line("shortName")}
        label={t("departments.shortName")}
        hint={t("departments.form.shortNameHint", { max: unitLimits.shortName })}
      />
      <KindField {...line("kind")} kinds={kinds} />
      <TextLine
        {...line("newCode")}
        label={t("departments.form.newCode")}
        mark={t("form.optional")}
        hint={t("departments.form.newCodeHint")}
      />
    </>
  );
}

type CreateProps = {
  parent: { code: string; name: string } | null;
  kinds: Option[];
  create: UnitAction<CreateUnitInput>;
};

export function CreateUnitForm({ parent, kinds, create }: CreateProps) {
  const t = useTranslations("work.departments");
  const { form, errorOf, ...state } = useUnitForm({
    schema: newUnit,
    defaultValues: emptyUnit,
    action: create,
    inputOf: (values) => ({ ...values, parentCode: parent?.code ?? null }),
  });
  const hint = parent ? t("createUnder", { parent: parent.name }) : t("createTop");
  return (
    <ActionForm {...state} hint={hint} label={t("form.create")}>
      <NewUnitFields {...{ form, kinds, errorOf }} />
    </ActionForm>
  );
}

export type Seen = { code: string; version: number };
type Facts = Omit<EditUnitInput, "key" | "code" | "version">;
type EditProps = {
  unit: Seen & Facts;
  kinds: Option[];
  edit: UnitAction<EditUnitInput>;
};

const { kind, sortOrder, aliases, isPublic } = unitFields;
const { office, phone, address, email, hours } = unitFields;
const factsSchema = z.object({
  ...{ kind, sortOrder, aliases, isPublic },
  ...{ office, phone, address, email, hours },
});

/** What a unit is, its place in the order, what it is also called and how it is reached. */
export function EditUnitForm({ unit, kinds, edit }: EditProps) {
  const t = useTranslations("work.departments");
  const { code, version, ...facts } = unit;
  const { form, errorOf, ...state } = useUnitForm({
    schema: factsSchema,
    defaultValues: { ...facts, aliases: facts.aliases.join("\n") },
    action: edit,
    inputOf: (values) => ({ ...values, code, version, aliases: aliasesIn(values.aliases) }),
  });
  const types = {
    office: "text",
    phone: "tel",
    address: "text",
    email: "email",
    hours: "text",
  } as const;
  return (
    <ActionForm {...state} hint={t("form.contactHint")} label={t("form.edit")}>
      <KindField {...{ form, kinds }} name="kind" error={errorOf("kind")} />
      <TextLine
        {...{ form }}
        name="sortOrder"
        type="number"
        label={t("order")}
        hint={t("form.orderHint")}
        error={errorOf("sortOrder")}
      />
      <Field
        id="aliases"
        label={t("aliases")}
        hint={t("form.aliasesHint")}
        error={errorOf("aliases")}
      >
        {(described) => (
          <textarea
            {...described}
            {...form.register("aliases")}
            lang="zh-CN"
            rows={3}
            className={inputStyle}
          />
        )}
      </Field>
      <fieldset className="space-y-4">
        <legend className="font-bold">{t("contact")}</legend>
        {contactFields.map((field) => (
          <TextLine
            key={field}
            {...{ form }}
            name={field}
            type={types[field]}
            label={t(`contactFields.${field}`)}
            error={errorOf(field)}
          />
        ))}
        <label className="flex min-h-11 items-center gap-2">
          <input {...form.register("isPublic")} type="checkbox" className="size-5" />
          {t("form.isPublic")}
        </label>
      </fieldset>
    </ActionForm>
  );
}

const renaming = z
  .object({
    name: unitFields.name,
    shortName: unitFields.shortName,
    how: z.enum(["renamed", "corrected"]),
    fromOn: unitFields.fromOn.nullable(),
  })
  .refine(({ how, fromOn }) => how === "corrected" || fromOn !== null, {
    path: ["fromOn"],
    message: "date_required",
  });

type RenameProps = {
  unit: Seen & { name: string; shortName: string };
  today: Day;
  rename: UnitAction<RenameUnitInput>;
};

/** 更名 from a day on, or a mistyped name put right. */
export function RenameUnitForm({ unit, today, rename }: RenameProps) {
  const t = useTranslations("work");
  const { code, version, name, shortName } = unit;
  const { form, errorOf, ...state } = useUnitForm({
    schema: renaming,
    defaultValues: { name, shortName, how: "renamed", fromOn: today },
    action: rename,
    inputOf: ({ how, fromOn, ...names }) => ({
      ...{ ...names, code, version },
      fromOn: how === "renamed" ? fromOn : null,
    }),
  });
  const how = useWatch({ control: form.control, name: "how" });
  const line = (field: "name" | "shortName") => ({ form, name: field, error: errorOf(field) });
  return (
    <ActionForm
      {...state}
      hint={t("departments.form.fromOnHint")}
      label={t("departments.form.rename")}
    >
      <TextLine {...line("name")} label={t("departments.form.name")} mark={t("form.required")} />
      <TextLine
        {...line("shortName")}
        label={t("departments.shortName")}
        hint={t("departments.form.shortNameHint", { max: unitLimits.shortName })}
      />
      <ChoiceField
        form={form}
        name="how"
        legend={t("departments.form.how")}
        choices={(["renamed", "corrected"] as const).map((value) => ({
          value,
          label: t(`departments.form.${value}`),
        }))}
      />
      {how === "renamed" && (
        <DateField
          form={form}
          name="fromOn"
          label={t("departments.form.fromOn")}
          error={errorOf("fromOn")}
        />
      )}
    </ActionForm>
  );
}
