"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { SkippableStep, SkipStepInput } from "@/lib/domain/site/getting-started";

type Props = { step: SkippableStep; isNeeded: boolean; skip: Action<SkipStepInput, unknown> };

/** 不需要, and back. The button is new after each press, so that it can be pressed again. */
export function StepNeeded(props: Props) {
  return <Press key={String(props.isNeeded)} {...props} />;
}

function Press({ step, isNeeded, skip }: Props) {
  const t = useTranslations("work.gettingStarted");
  const router = useRouter();
  const { run, busy, refusal } = useAction(skip, () => router.refresh());
  return (
    <WhenReady>
      <Button tone="plain" disabled={busy} onClick={() => run({ step, isNeeded: !isNeeded })}>
        {t(isNeeded ? "notNeeded" : "needed")}
        <span className="sr-only"> {t(`steps.${step}.title`)}</span>
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
