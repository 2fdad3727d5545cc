"use client";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import type { AdjustmentChange, AdjustmentContent } from "@/lib/domain/submissions/contents";

type Props = {
  sheet: UseFormReturn<AdjustmentContent>;
  offered: readonly AdjustmentChange[];
  error?: string;
};

/** What to change, each with a sentence on what it does. A draft may hold a change that is not on offer any more. */
export function AdjustmentChangeField({ sheet, offered, error }: Props) {
  const t = useTranslations("work.request.adjustment");
  const chosen = sheet.getValues("change");
  const choices = offered.includes(chosen) ? offered : [...offered, chosen];
  return (
    <fieldset id="change" tabIndex={-1} className="min-w-0">
      <legend className="font-semibold">{t("change")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <div className="mt-1 divide-y divide-line border border-line bg-paper">
        {choices.map((change) => (
          <label key={change} className="flex min-h-11 items-start gap-3 px-3 py-2">
            <input
              {...sheet.register("change")}
              type="radio"
              value={change}
              defaultChecked={change === chosen}
              className="mt-1 size-5 shrink-0"
            />
            <span>
              <span className="font-semibold">{t(`changes.${change}`)}</span>
              <span className="block text-sm text-muted">{t(`explain.${change}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
