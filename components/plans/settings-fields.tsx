"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldPathByValue, useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { UnitPicker } from "@/components/forms/unit-picker";
import type { FindUnits } from "@/components/forms/use-unit-search";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import type { UnitOption } from "@/lib/domain/people/departments";
import type { PlanSettings } from "@/lib/domain/plans";

const choices = ["head", "countersign", "supervisor"] as const;

type Props = { units: readonly UnitOption[]; find: FindUnits; error?: string };

/** 审核环节 in their order: added, moved and taken away. */
export function SettingsSteps({ units, find, error }: Props) {
  const t = useTranslations("work.settings");
  const { control } = useFormContext<PlanSettings>();
  const { fields, append, remove, swap } = useFieldArray({ control, name: "reviewSteps" });
  return (
    <fieldset id="reviewSteps" tabIndex={-1} className="min-w-0">
      <legend className="font-semibold">{t("reviewSteps")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <ol className="mt-2 space-y-3">
        {fields.map(({ id }, i) => (
          <li key={id} className="flex flex-wrap items-end gap-3 border border-line p-3">
            <Step index={i} units={units} find={find} />
            <Button tone="plain" disabled={i === 0} onClick={() => swap(i, i - 1)}>
              {t("moveUp")}
              <span className="sr-only"> {i + 1}</span>
            </Button>
            <Button tone="plain" disabled={fields.length === 1} onClick={() => remove(i)}>
              {t("remove")}
              <span className="sr-only"> {i + 1}</span>
            </Button>
          </li>
        ))}
      </ol>
      <Button
        tone="plain"
        className="mt-3"
        disabled={fields.length >= 8}
        onClick={() => append({ by: "supervisor", workdays: 3 })}
      >
        {t("addStep")}
      </Button>
    </fieldset>
  );
}

type StepProps = { index: number; units: Props["units"]; find: FindUnits };

function Step({ index, units, find }: StepProps) {
  const t = useTranslations();
  const { control, register, setValue } = useFormContext<PlanSettings>();
  const by = useWatch({ control, name: `reviewSteps.${index}.by` });
  const chosen = useWatch({ control, name: `reviewSteps.${index}.departmentId` });
  const [known, setKnown] = useState(units);
  const kind = register(`reviewSteps.${index}.by`, {
    onChange: () => setValue(`reviewSteps.${index}.departmentId`, undefined),
  });
  return (
    <>
      <label>
        <span className="font-semibold">{t("work.settings.step", { number: index + 1 })}</span>
        <select {...kind} defaultValue={by} className={inputStyle}>
          {choices.map((each) => (
            <option key={each} value={each}>
              {t(`steps.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {by === "countersign" && (
        <UnitPicker
          id={`reviewSteps.${index}.departmentId`}
          label={t("work.settings.stepUnit")}
          chosen={known.filter(({ id }) => id === chosen)}
          onChange={([unit]) => {
            if (unit) setKnown([...known, unit]);
            setValue(`reviewSteps.${index}.departmentId`, unit?.id, { shouldDirty: true });
          }}
          find={find}
        />
      )}
      <SettingsNumber
        name={`reviewSteps.${index}.workdays`}
        label={t("work.settings.stepWorkdays")}
      />
    </>
  );
}

type SettingsNumberProps = {
  name: FieldPathByValue<PlanSettings, number>;
  label: string;
  error?: string;
};

/** One whole number of a plan's settings. */
export function SettingsNumber({ name, label, error }: SettingsNumberProps) {
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
