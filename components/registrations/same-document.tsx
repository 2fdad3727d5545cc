"use client";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { StartRegistrationInput } from "@/lib/domain/registrations/inputs";
import { useOpenRegistration } from "./basics-form";

type Props = {
  planSlug: string;
  title: string;
  start: Action<StartRegistrationInput, { id: string }>;
};

/** More tasks of a plan on the document that it rests on already: nothing to fill in. */
export function SameDocument({ planSlug, title, start }: Props) {
  const t = useTranslations("work.registration");
  const { run, busy, refusal } = useAction(start, useOpenRegistration());
  return (
    <WhenReady>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Button disabled={busy} onClick={() => run({ document: null, plan: null, planSlug })}>
        {t("sameDocument", { title })}
      </Button>
    </WhenReady>
  );
}
