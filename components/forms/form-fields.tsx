"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  type Control,
  type FieldValues,
  type Path,
  type PathValue,
  type RegisterOptions,
  type UseFormReturn,
  useWatch,
} from "react-hook-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { Day } from "@/lib/domain/calendar/days";
import type { UnitOption } from "@/lib/domain/people/departments";
import { UnitPicker } from "./unit-picker";
import type { FindUnits } from "./use-unit-search";

type Props<Values extends FieldValues> = {
  name: Path<Values>;
  form: UseFormReturn<Values>;
  label: string;
  hint?: string;
  error?: string;
  max: number;
  rows?: number;
  isOptional?: boolean;
};

/** A text of some length in Chinese, with how much of the room is used. */
export function LongText<Values extends FieldValues>(props: Props<Values>) {
  const { name, form, label, hint, error, max, rows = 4, isOptional } = props;
  const t = useTranslations("work.form");
  return (
    <Field
      id={name}
      label={label}
      mark={t(isOptional ? "optional" : "required")}
      hint={hint}
      error={error}
    >
      {(described) => (
        <>
          <textarea
            {...described}
            {...form.register(name)}
            defaultValue={form.getValues(name)}
            lang="zh-CN"
            rows={rows}
            className={inputStyle}
          />
          <Counter name={name} control={form.control} max={max} />
        </>
      )}
    </Field>
  );
}

function Counter<Values extends FieldValues>({
  name,
  control,
  max,
}: {
  name: Path<Values>;
  control: Control<Values>;
  max: number;
}) {
  const t = useTranslations("work.form");
  const count = String(useWatch({ control, name }) ?? "").length;
  return (
    <p className={`text-right text-sm ${count > max ? "text-alarm" : "text-muted"}`}>
      {t("counter", { count, max })}
    </p>
  );
}

type ChoiceFieldProps<Values extends FieldValues> = {
  name: Path<Values>;
  form: UseFormReturn<Values>;
  legend: string;
  mark?: string;
  choices: readonly { value: string; label: string }[];
  error?: string;
  onChange?: RegisterOptions<Values>["onChange"];
};

/** One of several, none of them chosen beforehand unless the form says so. */
export function ChoiceField<Values extends FieldValues>(props: ChoiceFieldProps<Values>) {
  const { name, form, legend, mark, choices, error, onChange } = props;
  const input = form.register(name, { onChange });
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

type DateFieldProps<Values extends FieldValues> = {
  name: Path<Values>;
  form: UseFormReturn<Values>;
  label: string;
  mark?: string;
  hint?: string;
  error?: string;
  min?: Day;
  max?: Day | null;
};

/** A day, or none: an empty input stands for null. */
export function DateField<Values extends FieldValues>(props: DateFieldProps<Values>) {
  const { name, form, label, mark, hint, error, min, max } = props;
  return (
    <Field id={name} label={label} mark={mark} hint={hint} error={error}>
      {(described) => (
        <input
          {...described}
          {...form.register(name, { setValueAs: (day) => day || null })}
          defaultValue={form.getValues(name) ?? ""}
          type="date"
          min={min}
          max={max ?? undefined}
          className={`${inputStyle} max-w-60`}
        />
      )}
    </Field>
  );
}

type UnitFieldProps<Values extends FieldValues> = {
  name: Path<Values>;
  form: UseFormReturn<Values>;
  /** The unit chosen before, where one was. */
  units: readonly UnitOption[];
  find: FindUnits;
  /** The unit that has it now: no choice. */
  exceptId?: string | null;
  label: string;
  mark: string;
  error?: string;
  /** Hears of every change: no input event tells of it. */
  onPick?: (unit: UnitOption | null) => void;
};

/** One single unit that can lead, or none; the form holds its id. */
export function UnitField<Values extends FieldValues>(props: UnitFieldProps<Values>) {
  const { name, form, units, find, exceptId = null, label, mark, error, onPick } = props;
  const [known, setKnown] = useState(units);
  const id = useWatch({ control: form.control, name });
  return (
    <UnitPicker
      {...{ label, mark, error, find, exceptId }}
      id={name}
      chosen={known.filter((unit) => unit.id === id)}
      onChange={([unit]) => {
        if (unit) setKnown([...known, unit]);
        form.setValue(name, (unit?.id ?? null) as PathValue<Values, Path<Values>>, {
          shouldDirty: true,
          shouldValidate: form.formState.isSubmitted,
        });
        onPick?.(unit ?? null);
      }}
    />
  );
}
