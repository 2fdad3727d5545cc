"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { WhenReady } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { type AdvanceClockInput, clockStrides } from "@/lib/domain/system";

type Props = {
  /** How many of the days asked for have been lived through; null while none are under way. */
  underWay: { asked: number; done: number } | null;
  isWorkerRunning: boolean;
  advance: Action<AdvanceClockInput, unknown>;
};

/** The demo's clock, moved on by a day, a week or a month, of which each day is lived through. */
export function AdvanceClock({ underWay, isWorkerRunning, advance }: Props) {
  const t = useTranslations("work.clock");
  const router = useRouter();
  const { run, busy, refusal } = useAction(advance, () => router.refresh());
  const isUnderWay = underWay !== null;
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => router.refresh(), 1000);
    return () => clearInterval(timer);
  }, [isUnderWay, router]);
  return (
    <WhenReady className="space-y-3">
      {refusal && <RefusalNotice refusal={refusal} />}
      {!isWorkerRunning && <Notice tone="caution">{t("noWorker")}</Notice>}
      {underWay && (
        <p>
          <progress
            value={underWay.done}
            max={underWay.asked}
            aria-label={t("underWay", underWay)}
            className="mr-3 w-56 accent-brand"
          />
          <span role="status">{t("underWay", underWay)}</span>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {clockStrides.map((days) => (
          <Button
            key={days}
            tone="plain"
            disabled={busy || isUnderWay}
            onClick={() => run({ days })}
          >
            {t("advance", { days })}
          </Button>
        ))}
      </div>
    </WhenReady>
  );
}
