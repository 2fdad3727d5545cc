"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/lib/domain/action-result";
import type { SubmissionAtVersion } from "@/lib/domain/inputs";
import type { Transition } from "@/lib/domain/submissions";
import { RefusalNotice } from "./refusal";
import { type ReportContent, ReportText } from "./report-text";
import { Anchor } from "./ui/anchor";
import { Button } from "./ui/button";
import { Notice } from "./ui/notice";
import { WhenReady } from "./ui/when-ready";
import { usePress } from "./use-press";

type Sent = {
  id: string;
  version: number;
  content: ReportContent;
  transitions: readonly Transition[];
};

/** A report in review, as its unit sees it: to read, and to take back while nobody has decided at its step. */
export function SentReport({
  open,
  withdraw,
}: {
  open: Sent;
  withdraw: Action<SubmissionAtVersion, { code: string }>;
}) {
  const t = useTranslations("work.sent");
  const latest = useTranslations("work.form")("latest");
  const router = useRouter();
  const { press, busy, refusal } = usePress(withdraw, () => router.refresh());
  const mayWithdraw = open.transitions.includes("withdraw");
  return (
    <section aria-labelledby="sent" className="space-y-4">
      <h2 id="sent" className="text-lg font-bold">
        {t("title")}
      </h2>
      <Notice tone="info">
        <p>{t("status")}</p>
        <Anchor href={`/reviews/${open.id}`}>{latest}</Anchor>
      </Notice>
      <ReportText content={open.content} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {mayWithdraw && (
        <WhenReady>
          <Button
            tone="plain"
            disabled={busy}
            onClick={() => press({ submissionId: open.id, version: open.version })}
          >
            {busy ? t("withdrawing") : t("withdraw")}
          </Button>
          <p className="mt-1 text-sm text-muted">{t("withdrawHint")}</p>
        </WhenReady>
      )}
    </section>
  );
}
