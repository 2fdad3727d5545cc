"use client";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { planObligationTypes } from "@/lib/domain/chasing/reminder-policy";
import type { PlanSettings } from "@/lib/domain/plans";
import { SettingsNumber } from "./settings-number";

/** When people are reminded, who hears of what is late, and how often at most. */
export function SettingsReminders({ error }: { error?: string }) {
  const t = useTranslations("work.settings");
  const escalationLevels = useTranslations("levels");
  const { control, register, getValues } = useFormContext<PlanSettings>();
  const { fields, append, remove } = useFieldArray({ control, name: "reminders.rules" });
  return (
    <fieldset id="reminders" tabIndex={-1} className="min-w-0 space-y-3">
      <legend className="font-semibold">{t("reminders")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <ul className="space-y-2">
        {fields.map(({ id, obligation, when, every }, i) => (
          <li key={id} className="flex flex-wrap items-end gap-3 border border-line p-3">
            <label>
              <span className="font-semibold">{t("obligation")}</span>
              <select
                {...register(`reminders.rules.${i}.obligation`)}
                defaultValue={obligation}
                className={inputStyle}
              >
                {planObligationTypes.map((each) => (
                  <option key={each} value={each}>
                    {t(`obligations.${each}`)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span className="font-semibold">{t("when")}</span>
              <select
                {...register(`reminders.rules.${i}.when`)}
                defaultValue={when}
                className={inputStyle}
              >
                {(["before", "after"] as const).map((each) => (
                  <option key={each} value={each}>
                    {t(each)}
                  </option>
                ))}
              </select>
            </label>
            <SettingsNumber name={`reminders.rules.${i}.workdays`} label={t("ruleWorkdays")} />
            <label>
              <span className="font-semibold">{t("every")}</span>
              <input
                {...register(`reminders.rules.${i}.every`, {
                  setValueAs: (days) => (days ? Number(days) : undefined),
                })}
                defaultValue={every ?? ""}
                type="number"
                inputMode="numeric"
                className={`${inputStyle} max-w-28`}
              />
            </label>
            <Button tone="plain" onClick={() => remove(i)}>
              {t("remove")}
              <span className="sr-only"> {t("rule", { number: i + 1 })}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Button
        tone="plain"
        disabled={fields.length >= 30}
        onClick={() => append({ obligation: "due", when: "before", workdays: 3 })}
      >
        {t("addRule")}
      </Button>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {getValues("reminders.escalation").map(({ level }, i) => (
          <SettingsNumber
            key={level}
            name={`reminders.escalation.${i}.workdays`}
            label={t("escalation", { level: escalationLevels(level) })}
          />
        ))}
        <SettingsNumber name="reminders.gapHours" label={t("gapHours")} />
      </div>
    </fieldset>
  );
}
