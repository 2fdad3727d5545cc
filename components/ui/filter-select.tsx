import { Field, inputStyle } from "./field";

/** `lang` where the label is not in the reader's language: the names of units and plans are Chinese everywhere. */
export type Option = { value: string; label: string; lang?: string };

export function option(value: string, label: string, lang?: string): Option {
  return { value, label, lang };
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
