"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField, LongText } from "@/components/forms/form-fields";
import { useTaskForm } from "@/components/forms/use-action-form";
import { Phrases } from "@/components/ui/phrases";
import type { Action } from "@/lib/domain/action-result";
import { disclosureGrounds, disclosures } from "@/lib/domain/disclosure";
import {
  groundNamed,
  type ReleaseInput,
  releaseBases,
  releaseSchema,
  type UnpublishInput,
  unpublishSchema,
} from "@/lib/domain/releases";
import { textLimits } from "@/lib/domain/texts";

type Props = { submissionId: string; release: Action<ReleaseInput, { code: string }> };

const releaseValues = releaseSchema
  .pick({ disclosure: true, ground: true, basis: true })
  .refine(...groundNamed);

/** 公开审查: one of three ways, with the legal ground of what is withheld, and what the checker went by. */
export function ReleaseForm({ submissionId, release }: Props) {
  const t = useTranslations("work.release");
  const mark = useTranslations("work.form")("required");
  const { form, errorOf, ...state } = useTaskForm({
    schema: releaseValues,
    // Whoever checks must choose: nothing is public by default.
    defaultValues: { ground: null, basis: "" },
    action: release,
    told: (code) => ({ text: t("told", { code }), from: "to_release" }),
    inputOf: (values) => ({ ...values, submissionId }),
  });
  const [disclosure, basis] = useWatch({ control: form.control, name: ["disclosure", "basis"] });
  return (
    <ActionForm {...state} hint={t("hint")} label={t("confirm")}>
      <ChoiceField
        {...{ form, mark }}
        name="disclosure"
        legend={t("disclosure")}
        choices={disclosures.map((value) => ({ value, label: t(`disclosures.${value}`) }))}
        error={errorOf("disclosure")}
        onChange={() => form.setValue("ground", null)}
      />
      {disclosure === "withheld" && (
        <ChoiceField
          {...{ form, mark }}
          name="ground"
          legend={t("ground")}
          choices={disclosureGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
          error={errorOf("ground")}
        />
      )}
      <LongText
        form={form}
        name="basis"
        label={t("basis")}
        hint={t("basisHint")}
        max={textLimits.reason}
        error={errorOf("basis")}
      />
      <Phrases
        legend={t("bases.title")}
        phrases={releaseBases.map((name) => t(`bases.${name}`))}
        value={basis}
        onChange={(text) => form.setValue("basis", text, { shouldValidate: false })}
      />
    </ActionForm>
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
  const { form, errorOf, ...state } = useTaskForm({
    schema: unpublishValues,
    defaultValues: { reason: "" },
    action: unpublish,
    inputOf: ({ reason }) => ({ submissionId, reason }),
  });
  return (
    <ActionForm {...state} hint={t("unpublishHint")} label={t("unpublish")}>
      <LongText
        form={form}
        name="reason"
        label={t("unpublishReason")}
        hint={t("unpublishReasonHint")}
        max={textLimits.reason}
        error={errorOf("reason")}
      />
    </ActionForm>
  );
}
