"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { BatchBox } from "@/components/forms/batch-box";
import type { BatchAction } from "@/components/forms/use-batch";
import { Field, inputStyle } from "@/components/ui/field";
import { WhenReady } from "@/components/ui/form";
import type { AcknowledgeInput } from "@/lib/domain/chasing/inputs";
import { textLimits } from "@/lib/domain/texts";

type Props = {
  rows: { id: string; label: string }[];
  acknowledgeAll: BatchAction<AcknowledgeInput>;
  children: ReactNode;
};

/** 批量知悉: what is late, chosen and taken on with one text for all. */
export function AcknowledgeBatch({ rows, acknowledgeAll, children }: Props) {
  const t = useTranslations("work");
  const validation = useTranslations("validation");
  const [note, setNote] = useState("");
  const [isMissing, setMissing] = useState(false);
  const isReady = () => {
    const isEmpty = note.trim() === "";
    setMissing(isEmpty);
    return !isEmpty;
  };
  return (
    <BatchBox
      words="acknowledge"
      items={rows.map((row) => ({ ...row, input: { escalationId: row.id, note } }))}
      action={acknowledgeAll}
      isReady={isReady}
      terms={
        <WhenReady>
          <Field
            id="oneNote"
            label={t("chasing.note")}
            mark={t("form.required")}
            hint={t("batch.acknowledge.hint")}
            error={isMissing ? validation("acknowledgement_required") : undefined}
          >
            {(described) => (
              <textarea
                {...described}
                lang="zh-CN"
                rows={2}
                maxLength={textLimits.message}
                className={inputStyle}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        </WhenReady>
      }
    >
      {children}
    </BatchBox>
  );
}
