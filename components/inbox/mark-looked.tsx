"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { MarkLookedInput } from "@/lib/domain/instructions";

export type MarkLookedAction = Action<MarkLookedInput, { until: string }>;

type Props = { hasChanges: boolean; until: string; mark: MarkLookedAction };

/** 以上已看过: only this moves the moment from which changes are shown, and only to what the page has shown. */
export function MarkLooked({ hasChanges, until, mark }: Props) {
  const t = useTranslations("work.leader");
  const router = useRouter();
  const [isDone, setDone] = useState(false);
  const { run, busy, refusal } = useAction(mark, () => {
    setDone(true);
    router.refresh();
  });
  return (
    <div className="mt-2 space-y-2">
      <div role="status">{isDone && <Notice tone="done">{t("marked")}</Notice>}</div>
      {refusal && <RefusalNotice refusal={refusal} />}
      {hasChanges && (
        <Button tone="plain" disabled={busy} onClick={() => run({ until })}>
          {t("mark")}
        </Button>
      )}
    </div>
  );
}
