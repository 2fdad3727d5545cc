"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field, inputStyle, type Option } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import type { DepartmentKind } from "@/lib/domain/people/departments";
import { type CreateUnitInput, unitFields, unitLimits } from "@/lib/domain/people/unit-inputs";
import { localePath } from "@/messages/locales";
import { MemberKinds } from "./member-kinds";

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
  /** Another than the names of units are in. */
  lang?: string;
};

/** A text of one line. */
export function TextLine<Values extends FieldValues>(props: LineProps<Values>) {
  const { form, name, label, hint, mark, error, type = "text" } = props;
  const lang = props.lang ?? (type === "text" ? "zh-CN" : undefined);
  return (
    <Field id={name} label={label} hint={hint} mark={mark} error={error}>
      {(described) => (
        <input
          {...described}
          {...form.register(name, type === "number" ? { valueAsNumber: true } : {})}
          type={type}
          lang={lang}
          className={inputStyle}
        />
      )}
    </Field>
  );
}

type KindProps<Values extends FieldValues> = Omit<LineProps<Values>, "label" | "type"> & {
  kinds: Option[];
};

/** What a unit is. */
export function KindField<Values extends FieldValues>({
  form,
  name,
  kinds,
  error,
}: KindProps<Values>) {
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

/** What a new unit is asked for, whichever way it is made. */
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
  /** What it is to be called, as far as that is known; empty if not. */
  name: string;
  parent: { code: string; name: string } | null;
  kinds: Option[];
  create: UnitAction<CreateUnitInput>;
};

const createdUnit = newUnit.extend({ memberKinds: unitFields.memberKinds });

export function CreateUnitForm({ parent, name, kinds, create }: CreateProps) {
  const t = useTranslations("work.departments");
  const { form, errorOf, ...state } = useUnitForm({
    schema: createdUnit,
    defaultValues: { ...emptyUnit, name, memberKinds: [] },
    action: create,
    inputOf: (values) => ({ ...values, parentCode: parent?.code ?? null }),
  });
  const hint = parent ? t("createUnder", { parent: parent.name }) : t("createTop");
  return (
    <ActionForm {...state} hint={hint} label={t("form.create")}>
      <NewUnitFields {...{ form, kinds, errorOf }} />
      {form.watch("kind") === "collective" && (
        <MemberKinds register={form.register} kinds={kinds} />
      )}
    </ActionForm>
  );
}

/** A unit as the page that holds a form showed it. */
export type Seen = { code: string; version: number };
