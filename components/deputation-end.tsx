"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/lib/domain/action-result";
import type { EndDeputationInput } from "@/lib/domain/inputs";
import { RefusalNotice } from "./refusal";
import { Button } from "./ui/button";
import { WhenReady } from "./ui/when-ready";
import { usePress } from "./use-press";

type Props = { id: string; deputy: string; end: Action<EndDeputationInput, unknown> };

export function DeputationEnd({ id, deputy, end }: Props) {
  const t = useTranslations("work.account");
  const router = useRouter();
  const { press, busy, refusal } = usePress(end, () => router.refresh());
  return (
    <WhenReady>
      <Button tone="alarm" disabled={busy} onClick={() => press({ deputationId: id })}>
        {t("end")}
        <span className="sr-only"> {deputy}</span>
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
