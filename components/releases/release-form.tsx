"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { ActForm } from "@/components/forms/action-form";
import { ChoiceField, LongText } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-task-form";
import type { Action } from "@/lib/domain/action-result";
import {
  groundNamed,
  type ReleaseInput,
  releaseSchema,
  type UnpublishInput,
  unpublishSchema,
} from "@/lib/domain/inputs";
import { disclosureGrounds, disclosures } from "@/lib/domain/releases";
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

type UnpublishFormProps = {
  submissionId: string;
  unpublish: Action<UnpublishInput, { code: string }>;
};

const unpublishValues = unpublishSchema.pick({ reason: true });

/** 撤回公开: the words leave the public site at once; the reason stays there. */
export function UnpublishForm({ submissionId, unpublish }: UnpublishFormProps) {
  const t = useTranslations("work.release");
  const sheet = useForm({
    resolver: zodResolver(unpublishValues),
    defaultValues: { reason: "" },
    shouldFocusError: false,
  });
  const act = useTaskForm(sheet, unpublish, ({ reason }) => ({ submissionId, reason }));
  return (
    <ActForm {...act} hint={t("unpublishHint")} label={t("unpublish")}>
      <LongText
        sheet={sheet}
        name="reason"
        label={t("unpublishReason")}
        hint={t("unpublishReasonHint")}
        max={textLimits.reason}
        error={act.errorOf("reason")}
      />
    </ActForm>
  );
}
