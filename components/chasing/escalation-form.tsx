"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/lib/domain/action-result";
import type { AcknowledgeInput } from "@/lib/domain/chasing/inputs";
import { ChaseText } from "./chase-text";

export type AcknowledgeAction = Action<AcknowledgeInput, { code: string }>;

type Props = { escalationId: string; acknowledge: AcknowledgeAction };

/** 知悉: who takes a late obligation on says what is done about it, and it climbs no higher. */
export function EscalationForm({ escalationId, acknowledge }: Props) {
  const t = useTranslations("work.chasing");
  const router = useRouter();
  return (
    <ChaseText
      id={`note-${escalationId}`}
      label={t("note")}
      hint={t("noteHint")}
      button={t("acknowledge")}
      missing="acknowledgement_required"
      action={acknowledge}
      inputOf={(note) => ({ escalationId, note })}
      onDone={() => router.refresh()}
    />
  );
}
