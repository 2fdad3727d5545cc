"use client";
import { useTranslations } from "next-intl";
import {
  type Control,
  type FieldValues,
  type Path,
  type UseFormReturn,
  useWatch,
} from "react-hook-form";
import { Field, inputStyle } from "./field";

type Props<Values extends FieldValues> = {
  name: Path<Values>;
  sheet: UseFormReturn<Values>;
  label: string;
  hint?: string;
  error?: string;
  max: number;
  rows?: number;
  isOptional?: boolean;
};

/** A text of some length in Chinese, with how much of the room is used. */
export function LongText<Values extends FieldValues>(props: Props<Values>) {
  const { name, sheet, label, hint, error, max, rows = 4, isOptional } = props;
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
            {...sheet.register(name)}
            defaultValue={sheet.getValues(name)}
            lang="zh-CN"
            rows={rows}
            className={inputStyle}
          />
          <Counter name={name} control={sheet.control} max={max} />
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
