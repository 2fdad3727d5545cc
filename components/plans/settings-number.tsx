"use client";
import { type FieldPathByValue, useFormContext } from "react-hook-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { PlanSettings } from "@/lib/domain/plans";

type Props = {
  name: FieldPathByValue<PlanSettings, number>;
  label: string;
  error?: string;
};

/** One whole number of a plan's settings. */
export function SettingsNumber({ name, label, error }: Props) {
  const { register, getValues } = useFormContext<PlanSettings>();
  return (
    <Field id={name} label={label} error={error}>
      {(described) => (
        <input
          {...described}
          {...register(name, { valueAsNumber: true })}
          defaultValue={getValues(name)}
          type="number"
          inputMode="numeric"
          className={`${inputStyle} max-w-28`}
        />
      )}
    </Field>
  );
}
