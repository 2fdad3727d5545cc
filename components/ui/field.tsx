import type { ReactNode } from "react";
import { nameIn } from "@/messages/locales";

/** The look of every input, select and textarea. */
export const inputStyle =
  "block min-h-11 w-full rounded border border-muted bg-paper px-3 py-1.5 text-ink [&[readonly]]:bg-wash aria-invalid:border-alarm aria-invalid:border-2";

type Described = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** A label, a hint and an error around one input, which takes the attributes that tie them together. */
export function Field({
  id,
  label,
  mark,
  hint,
  error,
  children,
}: {
  id: string;
  label: string;
  mark?: string;
  hint?: ReactNode;
  error?: string;
  children: (described: Described) => ReactNode;
}) {
  const parts = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
        {mark && <small className="ml-1.5 font-normal text-muted">（{mark}）</small>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-semibold text-alarm">
          {error}
        </p>
      )}
      <div className="mt-1">
        {children({
          id,
          ...(parts && { "aria-describedby": parts }),
          ...(error && { "aria-invalid": true }),
        })}
      </div>
    </div>
  );
}

/** `lang` where the label is not in the reader's language: the names of units and plans are Chinese everywhere. */
export type Option = { value: string; label: string; lang?: string };

export function option(value: string, label: string, lang?: string): Option {
  return { value, label, lang };
}

/** A choice by a name that may have been translated, marked where it is Chinese on a page that is not. */
export function named(value: string, locale: string, name: string, english: string | null): Option {
  return option(value, nameIn(locale, name, english), locale === "en" && english ? "en" : "zh-CN");
}

type DayProps = { name: string; label: string; value: string; max?: string };
type TextProps = {
  name: string;
  label: string;
  hint?: string;
  value: string;
  max: number;
  lang?: string;
};

/** Words to look for, in a filter form that works without a script. */
export function FilterText({ name, label, hint, value, max, lang }: TextProps) {
  return (
    <Field id={name} label={label} hint={hint}>
      {(described) => (
        <input
          {...described}
          type="search"
          name={name}
          defaultValue={value}
          maxLength={max}
          lang={lang}
          className={inputStyle}
        />
      )}
    </Field>
  );
}

/** A day of a filter form that works without a script. */
export function FilterDay({ name, label, value, max }: DayProps) {
  return (
    <Field id={name} label={label}>
      {(described) => (
        <input
          {...described}
          type="date"
          name={name}
          defaultValue={value}
          max={max}
          className={inputStyle}
        />
      )}
    </Field>
  );
}

/** One choice of a filter form that works without a script. */
export function FilterSelect({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: Option[];
}) {
  return (
    <Field id={name} label={label}>
      {(described) => (
        <select {...described} name={name} defaultValue={value} className={inputStyle}>
          {options.map((each) => (
            <option key={each.value} value={each.value} lang={each.lang}>
              {each.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
