"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { type AdvanceClockInput, clockStrides } from "@/lib/domain/system";

/** The demo's clock, moved on by a day, a week or a month. */
export function AdvanceClock({ advance }: { advance: Action<AdvanceClockInput, unknown> }) {
  const t = useTranslations("work.clock");
  const router = useRouter();
  const { run, busy, refusal } = useAction(advance, () => router.refresh());
  return (
    <WhenReady>
      {refusal && <RefusalNotice refusal={refusal} />}
      <div className="flex flex-wrap gap-3">
        {clockStrides.map((days) => (
          <Button key={days} tone="plain" disabled={busy} onClick={() => run({ days })}>
            {t("advance", { days })}
          </Button>
        ))}
      </div>
    </WhenReady>
  );
}
