"use client";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type { Day } from "@/lib/domain/calendar/days";
import { Field, inputStyle } from "./field";

type Props<Values extends FieldValues> = {
  name: Path<Values>;
  sheet: UseFormReturn<Values>;
  label: string;
  mark?: string;
  hint?: string;
  error?: string;
  min?: Day;
  max?: Day | null;
};

/** A day, or none: an empty input stands for null. */
export function DateField<Values extends FieldValues>(props: Props<Values>) {
  const { name, sheet, label, mark, hint, error, min, max } = props;
  return (
    <Field id={name} label={label} mark={mark} hint={hint} error={error}>
      {(described) => (
        <input
          {...described}
          {...sheet.register(name, { setValueAs: (day) => day || null })}
          defaultValue={sheet.getValues(name) ?? ""}
          type="date"
          min={min}
          max={max ?? undefined}
          className={`${inputStyle} max-w-60`}
        />
      )}
    </Field>
  );
}
