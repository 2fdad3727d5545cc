"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField, DateField } from "@/components/forms/form-fields";
import { Field, inputStyle, type Option } from "@/components/ui/field";
import type { Day } from "@/lib/domain/calendar/days";
import { contactFields } from "@/lib/domain/people/departments";
import {
  aliasesIn,
  type EditUnitInput,
  type RenameUnitInput,
  unitFields,
  unitLimits,
} from "@/lib/domain/people/unit-inputs";
import { MemberKinds } from "./member-kinds";
import { KindField, type Seen, TextLine, type UnitAction, useUnitForm } from "./unit-forms";

type Facts = Omit<EditUnitInput, "key" | "code" | "version"> & { nameEn: string };
type EditProps = {
  unit: Seen & Facts;
  kinds: Option[];
  edit: UnitAction<EditUnitInput>;
};

const { kind, memberKinds, sortOrder, aliases, isPublic } = unitFields;
const { nameEn, office, phone, address, email, hours } = unitFields;
const factsSchema = z.object({
  ...{ kind, memberKinds, sortOrder, aliases, isPublic },
  ...{ nameEn, office, phone, address, email, hours },
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
  const kindNow = useWatch({ control: form.control, name: "kind" });
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
      {kindNow === "collective" && <MemberKinds register={form.register} kinds={kinds} />}
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
      <TextLine
        {...{ form }}
        name="nameEn"
        lang="en"
        label={t("nameEn")}
        hint={t("form.nameEnHint")}
        error={errorOf("nameEn")}
      />
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
