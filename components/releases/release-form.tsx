"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { ActForm } from "@/components/forms/act-form";
import { useTaskForm } from "@/components/forms/use-task-form";
import { ChoiceField } from "@/components/ui/choice-field";
import { LongText } from "@/components/ui/long-text";
import type { Action } from "@/lib/domain/action-result";
import { disclosureGrounds, disclosures } from "@/lib/domain/disclosure";
import { groundNamed, type ReleaseInput, releaseSchema } from "@/lib/domain/releases";
import { textLimits } from "@/lib/domain/texts";

type Props = { submissionId: string; release: Action<ReleaseInput, { code: string }> };

const schema = releaseSchema
  .pick({ disclosure: true, ground: true, basis: true })
  .refine(...groundNamed);

/** 公开审查: one of three ways, with the legal ground of what is withheld, and what the checker went by. */
export function ReleaseForm({ submissionId, release }: Props) {
  const t = useTranslations("work.release");
  const mark = useTranslations("work.form")("required");
  const sheet = useForm<Pick<ReleaseInput, "disclosure" | "ground" | "basis">>({
    resolver: zodResolver(schema),
    // Whoever checks must choose: nothing is public by default.
    defaultValues: { ground: null, basis: "" },
    shouldFocusError: false,
  });
  const disclosure = useWatch({ control: sheet.control, name: "disclosure" });
  const act = useTaskForm(sheet, release, (values) => ({ ...values, submissionId }));
  return (
    <ActForm {...act} hint={t("hint")} label={t("confirm")}>
      <ChoiceField
        {...{ sheet, mark }}
        name="disclosure"
        legend={t("disclosure")}
        choices={disclosures.map((value) => ({ value, label: t(`disclosures.${value}`) }))}
        error={act.errorOf("disclosure")}
        onChange={() => sheet.setValue("ground", null)}
      />
      {disclosure === "withheld" && (
        <ChoiceField
          {...{ sheet, mark }}
          name="ground"
          legend={t("ground")}
          choices={disclosureGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
          error={act.errorOf("ground")}
        />
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
