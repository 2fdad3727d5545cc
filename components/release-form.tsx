"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import type { Action } from "@/lib/domain/action-result";
import { groundNamed, type ReleaseInput, releaseSchema } from "@/lib/domain/inputs";
import { disclosureGrounds, disclosures } from "@/lib/domain/releases";
import { textLimits } from "@/lib/domain/texts";
import { ActForm } from "./act-form";
import { LongText } from "./long-text";
import { useAct } from "./use-act";

type Props = { submissionId: string; release: Action<ReleaseInput, { code: string }> };

const schema = releaseSchema
  .pick({ disclosure: true, ground: true, basis: true })
  .refine(...groundNamed);

/** 公开审查: one of three ways, with the legal ground of what is withheld, and what the checker went by. */
export function ReleaseForm({ submissionId, release }: Props) {
  const t = useTranslations("work.release");
  const sheet = useForm<Pick<ReleaseInput, "disclosure" | "ground" | "basis">>({
    resolver: zodResolver(schema),
    defaultValues: { disclosure: "public", ground: null, basis: "" },
    shouldFocusError: false,
  });
  const disclosure = useWatch({ control: sheet.control, name: "disclosure" });
  const act = useAct(sheet, release, (values) => ({ ...values, submissionId }));
  const choice = sheet.register("disclosure", { onChange: () => sheet.setValue("ground", null) });
  return (
    <ActForm {...act} hint={t("hint")} label={t("confirm")}>
      <fieldset>
        <legend className="font-semibold">{t("disclosure")}</legend>
        {disclosures.map((each) => (
          <label key={each} className="flex min-h-11 items-center gap-2">
            <input {...choice} type="radio" value={each} className="size-5" />
            {t(`disclosures.${each}`)}
          </label>
        ))}
        {act.errorOf("disclosure") && <p className="text-alarm">{act.errorOf("disclosure")}</p>}
      </fieldset>
      {disclosure === "withheld" && (
        <fieldset>
          <legend className="font-semibold">{t("ground")}</legend>
          {disclosureGrounds.map((each) => (
            <label key={each} className="flex min-h-11 items-center gap-2">
              <input {...sheet.register("ground")} type="radio" value={each} className="size-5" />
              {t(`grounds.${each}`)}
            </label>
          ))}
          {act.errorOf("ground") && <p className="text-alarm">{act.errorOf("ground")}</p>}
        </fieldset>
      )}
      <LongText
        sheet={sheet}
        name="basis"
        label={t("basis")}
        hint={t("basisHint")}
        max={textLimits.reason}
        error={act.errorOf("basis")}
      />
    </ActForm>
  );
}
