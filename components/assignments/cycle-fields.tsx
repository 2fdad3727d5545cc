"use client";
import { useTranslations } from "next-intl";
import { type FieldValues, type Path, type UseFormReturn, useWatch } from "react-hook-form";
import { Field, inputStyle } from "@/components/ui/field";
import { reportingCycles } from "@/lib/domain/calendar/periods";

type Cycled = FieldValues & { cycle: string; reportDay: string };
type Props<Values extends Cycled> = {
  form: UseFormReturn<Values>;
  errorOf: (name: "cycle" | "reportDay") => string | undefined;
};

/** How often is reported; of a month also by which of its days. */
export function CycleFields<Values extends Cycled>({ form, errorOf }: Props<Values>) {
  const t = useTranslations("work.assign");
  const cycles = useTranslations("cycles");
  const [cycleName, dayName] = ["cycle" as Path<Values>, "reportDay" as Path<Values>];
  const cycle = useWatch({ control: form.control, name: cycleName });
  return (
    <>
      <Field id="cycle" label={t("cycle")} error={errorOf("cycle")}>
        {(described) => (
          <select
            {...described}
            {...form.register(cycleName)}
            defaultValue={form.getValues(cycleName)}
            className={`${inputStyle} max-w-60`}
          >
            {reportingCycles.map((each) => (
              <option key={each} value={each}>
                {cycles(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {cycle === "monthly" && (
        <Field
          id="reportDay"
          label={t("reportDay")}
          hint={t("reportDayHint")}
          error={errorOf("reportDay")}
        >
          {(described) => (
            <select
              {...described}
              {...form.register(dayName)}
              defaultValue={form.getValues(dayName)}
              className={`${inputStyle} max-w-60`}
            >
              <option value="">{t("reportDayNone")}</option>
              {Array.from({ length: 28 }, (_, i) => String(i + 1)).map((day) => (
                <option key={day} value={day}>
                  {t("reportDayOption", { day })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
