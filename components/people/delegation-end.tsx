"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal";
import { WhenReady } from "@/components/ui/when-ready";
import type { Action } from "@/lib/domain/action-result";
import type { EndDelegationInput } from "@/lib/domain/people/inputs";

type Props = { id: string; deputy: string; end: Action<EndDelegationInput, unknown> };

export function DelegationEnd({ id, deputy, end }: Props) {
  const t = useTranslations("work.account");
  const router = useRouter();
  const { press, busy, refusal } = useAction(end, () => router.refresh());
  return (
    <WhenReady>
      <Button tone="alarm" disabled={busy} onClick={() => press({ delegationId: id })}>
        {t("end")}
        <span className="sr-only"> {deputy}</span>
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
