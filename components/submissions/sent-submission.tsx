"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { EvidenceList } from "@/components/submissions/evidence/evidence-list";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import { WhenReady } from "@/components/ui/when-ready";
import type { Action } from "@/lib/domain/action-result";
import type { SubmissionAtVersion } from "@/lib/domain/submissions/inputs";
import type { OpenSubmission } from "./content";
import type { Unit } from "./submission-parts";
import { SubmissionText } from "./submission-text";

type Props = {
  open: OpenSubmission;
  units?: readonly Unit[];
  withdraw: Action<SubmissionAtVersion, { code: string }>;
};

/** A submission in review, as its unit sees it: to read, and to take back while nobody has decided at its step. */
export function SentSubmission({ open, units, withdraw }: Props) {
  const t = useTranslations("work.sent");
  const latest = useTranslations("work.form")("latest");
  const kinds = useTranslations("submissionKinds");
  const router = useRouter();
  const { press, busy, refusal } = useAction(withdraw, () => router.refresh());
  const mayWithdraw = open.transitions.includes("withdraw");
  return (
    <section aria-labelledby="sent" className="space-y-4">
      <h2 id="sent" className="text-lg font-bold">
        {t("title", { kind: kinds(open.written.kind) })}
      </h2>
      <Notice tone="info">
        <p>{t("status")}</p>
        <Anchor href={`/reviews/${open.id}`}>{latest}</Anchor>
      </Notice>
      <SubmissionText written={open.written} units={units} />
      {open.evidence.length > 0 && <EvidenceList files={open.evidence} />}
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
