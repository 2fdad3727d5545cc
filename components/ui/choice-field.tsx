"use client";
import type { FieldValues, Path, RegisterOptions, UseFormReturn } from "react-hook-form";

type Props<Values extends FieldValues> = {
  name: Path<Values>;
  sheet: UseFormReturn<Values>;
  legend: string;
  mark?: string;
  choices: readonly { value: string; label: string }[];
  error?: string;
  onChange?: RegisterOptions<Values>["onChange"];
};

/** One of several, none of them chosen beforehand unless the form says so. */
export function ChoiceField<Values extends FieldValues>(props: Props<Values>) {
  const { name, sheet, legend, mark, choices, error, onChange } = props;
  const input = sheet.register(name, { onChange });
  return (
    <fieldset id={name} tabIndex={-1} aria-describedby={error && `${name}-error`}>
      <legend className="font-semibold">
        {legend}
        {mark && <small className="ml-1.5 font-normal text-muted">（{mark}）</small>}
      </legend>
      {error && (
        <p id={`${name}-error`} className="font-semibold text-alarm">
          {error}
        </p>
      )}
      {choices.map(({ value, label }) => (
        <label key={value} className="flex min-h-11 items-center gap-2">
          <input {...input} type="radio" value={value} className="size-5 shrink-0" />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
