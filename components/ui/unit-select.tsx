"use client";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { Field, inputStyle } from "./field";

type Props<Values extends FieldValues> = {
  name: Path<Values>;
  sheet: UseFormReturn<Values>;
  units: readonly { id: string; name: string; isCollective: boolean }[];
  /** The unit that has it now: no choice. */
  exceptId: string | null;
  label: string;
  mark: string;
  none: string;
  error?: string;
};

/** One single unit, or none: those that only stand for many cannot lead. */
export function UnitSelect<Values extends FieldValues>(props: Props<Values>) {
  const { name, sheet, units, exceptId, label, mark, none, error } = props;
  const choices = units.filter(({ id, isCollective }) => !isCollective && id !== exceptId);
  return (
    <Field id={name} label={label} mark={mark} error={error}>
      {(described) => (
        <select
          {...described}
          {...sheet.register(name, { setValueAs: (chosen) => chosen || null })}
          defaultValue={sheet.getValues(name) ?? ""}
          lang="zh-CN"
          className={inputStyle}
        >
          <option value="">{none}</option>
          {choices.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
