"use client";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import type { PlanSettings } from "@/lib/domain/plans";
import { SettingsNumber } from "./settings-number";

const choices = ["head", "countersign", "supervisor"] as const;

type Props = { units: readonly { id: string; name: string }[]; error?: string };

/** 审核环节 in their order: added, moved and taken away. */
export function SettingsSteps({ units, error }: Props) {
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
            <Step index={i} units={units} />
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

function Step({ index, units }: { index: number; units: Props["units"] }) {
  const t = useTranslations();
  const { control, register, setValue } = useFormContext<PlanSettings>();
  const by = useWatch({ control, name: `reviewSteps.${index}.by` });
  const chosen = useWatch({ control, name: `reviewSteps.${index}.departmentId` });
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
        <label>
          <span className="font-semibold">{t("work.settings.stepUnit")}</span>
          <select
            {...register(`reviewSteps.${index}.departmentId`, {
              setValueAs: (id) => id || undefined,
            })}
            defaultValue={chosen ?? ""}
            lang="zh-CN"
            className={inputStyle}
          >
            <option value="">{t("work.settings.stepUnitNone")}</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <SettingsNumber
        name={`reviewSteps.${index}.workdays`}
        label={t("work.settings.stepWorkdays")}
      />
    </>
  );
}
