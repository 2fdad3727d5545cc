"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldError } from "@/components/ui/error-summary";
import { useRefusalText } from "@/components/ui/refusal";
import type { Refusal } from "@/lib/domain/refusals";

/** The field of the files, for an error that leads there. */
export const filesFieldId = "evidence-files";

/** Files on their way, and those that failed: what is sent now would go without them. */
export type Uploads = { isBusy: boolean; failed: { name: string; refusal: Refusal | null }[] };

/** Keeps a form from being sent without a file that its writer chose: each that failed is said, with its reason. */
export function useUploadsFirst() {
  const t = useTranslations("work.evidence");
  const say = useRefusalText();
  const [{ isBusy, failed }, setUploads] = useState<Uploads>({ isBusy: false, failed: [] });
  const [attempt, setAttempt] = useState(0);
  const reasons = failed.map(({ name, refusal }) =>
    t("because", { name, reason: refusal ? say(refusal) : t("draftFirst") }),
  );
  const isHeldBack = attempt > 0 && failed.length > 0;
  const errors: FieldError[] = isHeldBack
    ? [{ id: filesFieldId, message: t("holdBack", { files: reasons.join("") }) }]
    : [];

  /** Whether the form must wait; if so, that is said above it. */
  function holdsBack(): boolean {
    setAttempt((count) => (failed.length > 0 ? count + 1 : 0));
    return failed.length > 0;
  }
  return { isBusy, errors, attempt, holdsBack, onUploads: setUploads };
}
