"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { BatchBox } from "@/components/forms/batch-box";
import type { BatchAction } from "@/components/forms/use-batch";
import { Field, inputStyle } from "@/components/ui/field";
import { WhenReady } from "@/components/ui/form";
import { Phrases } from "@/components/ui/phrases";
import { disclosures } from "@/lib/domain/disclosure";
import { type ReleaseInput, releaseBases } from "@/lib/domain/releases";
import { textLimits } from "@/lib/domain/texts";

/** What is withheld has its own ground, and is decided on its own page. */
const choices = disclosures.filter((each) => each !== "withheld");
type Choice = (typeof choices)[number];

type Props = {
  rows: { id: string; label: string }[];
  releaseAll: BatchAction<ReleaseInput>;
  children: ReactNode;
};

/** 批量公开审查: what waits, chosen and decided on with one basis for all. */
export function ReleaseBatch({ rows, releaseAll, children }: Props) {
  const t = useTranslations("work.release");
  const words = useTranslations();
  const [disclosure, setDisclosure] = useState<Choice | "">("");
  const [basis, setBasis] = useState("");
  const [isChecked, setChecked] = useState(false);
  const lacksDisclosure = isChecked && disclosure === "";
  const lacksBasis = isChecked && basis.trim() === "";
  const isReady = () => {
    setChecked(true);
    return disclosure !== "" && basis.trim() !== "";
  };
  const decision = { disclosure: disclosure || "public", ground: null, basis } as const;
  return (
    <BatchBox
      words="release"
      items={rows.map((row) => ({ ...row, input: { submissionId: row.id, ...decision } }))}
      action={releaseAll}
      isReady={isReady}
      mustConfirm
      terms={
        <WhenReady className="space-y-3">
          <Field
            id="oneDisclosure"
            label={t("disclosure")}
            hint={t("batchHint")}
            error={lacksDisclosure ? words("validation.disclosure_required") : undefined}
          >
            {(described) => (
              <select
                {...described}
                className={inputStyle}
                value={disclosure}
                onChange={({ target }) =>
                  setDisclosure(choices.find((each) => each === target.value) ?? "")
                }
              >
                <option value="">{t("choose")}</option>
                {choices.map((each) => (
                  <option key={each} value={each}>
                    {t(`disclosures.${each}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            id="oneBasis"
            label={t("basis")}
            hint={t("basisHint")}
            error={lacksBasis ? words("validation.basis_required") : undefined}
          >
            {(described) => (
              <textarea
                {...described}
                lang="zh-CN"
                rows={2}
                maxLength={textLimits.reason}
                className={inputStyle}
                value={basis}
                onChange={({ target }) => setBasis(target.value)}
              />
            )}
          </Field>
          <Phrases
            legend={t("bases.title")}
            phrases={releaseBases.map((name) => t(`bases.${name}`))}
            value={basis}
            onChange={setBasis}
          />
        </WhenReady>
      }
    >
      {children}
    </BatchBox>
  );
}
