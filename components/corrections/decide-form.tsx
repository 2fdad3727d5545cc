"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import type { Action } from "@/lib/domain/action-result";
import type { DecideCorrectionInput } from "@/lib/domain/corrections";

type Props = {
  decision: "confirm" | "decline";
  seen: { id: string; version: number };
  decide: Action<DecideCorrectionInput, unknown>;
};

/** The second person's button. */
export function DecideForm({ decision, seen, decide }: Props) {
  const t = useTranslations("work.correction");
  const router = useRouter();
  const {
    form: _,
    errorOf: _e,
    ...state
  } = useActionForm<Record<string, never>, DecideCorrectionInput, unknown>({
    schema: z.strictObject({}),
    action: decide,
    inputOf: () => ({ ...seen, decision }),
    onDone: () => router.refresh(),
  });
  return (
    <ActionForm
      {...state}
      hint={decision === "confirm" ? t("confirmHint") : ""}
      label={t(decision)}
    >
      {null}
    </ActionForm>
  );
}
