"use client";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { type FindUnits, UnitNamesInput } from "@/components/forms/unit-names-input";
import { Field } from "@/components/ui/field";
import type { TypedTask } from "@/lib/domain/registrations/drafts";

type Props = {
  form: UseFormReturn<TypedTask>;
  name: "lead" | "cooperating";
  hint: string;
  error?: string;
  findUnits: FindUnits;
};

/** The units of a drafted task, typed by name. */
export function UnitNames({ form, name, hint, error, findUnits }: Props) {
  const t = useTranslations("work.registration");
  return (
    <Field id={name} label={t(name)} hint={hint} error={error}>
      {(described) => (
        <UnitNamesInput {...described} {...form.register(name)} findUnits={findUnits} />
      )}
    </Field>
  );
}
