"use client";
import { useTranslations } from "next-intl";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import type { Action } from "@/lib/domain/action-result";
import type { ChaseInput } from "@/lib/domain/chasing/inputs";
import { ChaseText } from "./chase-text";

export type ChaseAction = Action<ChaseInput, { code: string }>;

/** 催办 by hand: what a supervisor says to everybody of the lead unit. */
export function ChaseForm({ code, send }: { code: string; send: ChaseAction }) {
  const t = useTranslations("work.chasing");
  return (
    <FormWithConfirmation told={t("sent")}>
      {(onDone) => (
        <ChaseText
          id="chase"
          label={t("message")}
          hint={t("messageHint")}
          button={t("send")}
          missing="message_required"
          action={send}
          inputOf={(message) => ({ code, message })}
          onDone={onDone}
        />
      )}
    </FormWithConfirmation>
  );
}
