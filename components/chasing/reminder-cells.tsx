"use client";
import { useTranslations } from "next-intl";
import { type FieldPathByValue, useFormContext, useWatch } from "react-hook-form";
import { useFieldErrors } from "@/components/forms/use-action-form";
import { inputStyle } from "@/components/ui/field";
import { isFirstLevel, type ReminderPolicy } from "@/lib/domain/chasing/reminder-policy";
import type { Example } from "@/lib/domain/chasing/reminder-sentences";
import { LevelSentence } from "./reminder-sentence";

/** What a form holds that sets reminders, a plan's or those of new plans. */
export type RemindersForm = { reminders: ReminderPolicy };

/** One level of the escalation: after how many days it is told; the last is always on. */
export function EscalationRow({ index, example }: { index: number; example: Example | null }) {
  const t = useTranslations("work.reminders");
  const { control, formState } = useFormContext<RemindersForm>();
  const { errorOf } = useFieldErrors(formState);
  const field = `reminders.escalation.${index}` as const;
  const step = useWatch({ control, name: field });
  const name = t(isFirstLevel(step.level) ? "firstLevel" : "level");
  const row = `${name} ${t(`audiences.${step.level}`)}`;
  return (
    <tr>
      <td>{name}</td>
      <td>
        <p>{t("levelWhen")}</p>
        <div className="flex items-center gap-1">
          <NumberInput
            name={`${field}.workdays`}
            label={`${row} ${t("number")}`}
            error={errorOf(`${field}.workdays`)}
          />
          {t("workdays")}
        </div>
      </td>
      <td>{t(`audiences.${step.level}`)}</td>
      <td>{`${t("inApp")}${t("and")}${t("byMail")}`}</td>
      <td>{step.level === "office" ? t("isOn") : <IsOn name={`${field}.isOn`} row={row} />}</td>
      <td>
        <LevelSentence step={step} example={example} />
        <OpenRow row={row} />
      </td>
      <td>{t("kept")}</td>
    </tr>
  );
}

/** On a narrow screen a row is its sentence, and what is set of it folds: app/globals.css shows it when this is open. */
export function OpenRow({ row }: { row: string }) {
  const t = useTranslations("work.reminders");
  return (
    <details className="md:hidden">
      <summary className="min-h-11 cursor-pointer content-center font-normal">
        {t("set")}
        <span className="sr-only"> {row}</span>
      </summary>
    </details>
  );
}

type Switch = { name: FieldPathByValue<RemindersForm, boolean | undefined>; row: string };

/** By which ways a rule speaks: the app tells everything, mail is chosen. */
export function MessageWays({ name, row }: Switch) {
  const t = useTranslations("work.reminders");
  const { register, getValues } = useFormContext<RemindersForm>();
  return (
    <>
      <p>{t("inApp")}</p>
      <label className="flex min-h-8 items-center gap-1.5">
        <input
          {...register(name)}
          type="checkbox"
          defaultChecked={getValues(name)}
          className="size-5"
        />
        <span className="sr-only">{row} </span>
        {t("byMail")}
      </label>
    </>
  );
}

export function IsOn({ name, row }: Switch) {
  const t = useTranslations("work.reminders");
  const { register, getValues } = useFormContext<RemindersForm>();
  return (
    <label className="flex min-h-8 items-center gap-1.5">
      <input
        {...register(name)}
        type="checkbox"
        defaultChecked={getValues(name)}
        className="size-5"
      />
      <span className="sr-only">{row} </span>
      {t("isOn")}
    </label>
  );
}

type NumberProps = {
  name: FieldPathByValue<RemindersForm, number | undefined>;
  label: string;
  row?: string;
  error?: string;
  isOptional?: boolean;
  isLabelShown?: boolean;
};

/** A whole number in a row, its label shown or only said. */
export function NumberInput(props: NumberProps) {
  const { name, label, row, error, isOptional, isLabelShown } = props;
  const { register, getValues } = useFormContext<RemindersForm>();
  const asNumber = isOptional
    ? { setValueAs: (days: unknown) => (days ? Number(days) : undefined) }
    : { valueAsNumber: true as const };
  return (
    <div>
      {error && (
        <p id={`${name}-error`} className="font-semibold text-alarm">
          {error}
        </p>
      )}
      <label className={isLabelShown ? "text-sm" : "sr-only"} htmlFor={name}>
        {row && <span className="sr-only">{row} </span>}
        {label}
      </label>
      <input
        {...register(name, asNumber)}
        defaultValue={getValues(name)}
        id={name}
        type="number"
        inputMode="numeric"
        aria-invalid={error ? true : undefined}
        aria-describedby={error && `${name}-error`}
        className={`${inputStyle} max-w-20`}
      />
    </div>
  );
}
