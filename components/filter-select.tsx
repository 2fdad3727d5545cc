import { Field, inputStyle } from "./ui/field";

export type Option = { value: string; label: string };

export function option(value: string, label: string): Option {
  return { value, label };
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
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
