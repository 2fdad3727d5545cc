"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { SubmissionAtVersion } from "@/lib/domain/submissions/inputs";
import type { ClosedFormFacts } from "@/lib/domain/submissions/open-submissions";
import type { WayOn } from "@/lib/domain/submissions/ways-on";
import { localePath } from "@/messages/locales";
import { RefusalWithWays } from "./refusal-ways";
import { SubmissionText, type Unit } from "./submission-text";
import type { WriteActions } from "./use-submission-form";

type Props = {
  facts: ClosedFormFacts;
  /** What may be done instead. */
  ways?: readonly WayOn[];
  units?: readonly Unit[];
  discard: WriteActions["discard"];
};

/** A form that may not be used, with the rule that says so. A draft begun before it closed stays to be read. */
export function ClosedForm({ facts: { refusal, open }, ways = [], units, discard }: Props) {
  const t = useTranslations("work.request");
  return (
    <div className="space-y-4">
      <RefusalWithWays refusal={refusal} ways={ways} />
      {open && (
        <section aria-labelledby="closed-draft" className="space-y-3">
          <h2 id="closed-draft" className="font-bold">
            {t("closedDraft")}
          </h2>
          <p className="text-muted">{t("closedDraftHint")}</p>
          <SubmissionText content={open.content} units={units} />
          {open.transitions.includes("discard") && (
            <DiscardDraft
              submissionId={open.id}
              settle={async () => open.version}
              discard={discard}
            />
          )}
        </section>
      )}
    </div>
  );
}

type DiscardDraftProps = {
  submissionId: string;
  /** Waits for a save under way and tells the draft's version. */
  settle: () => Promise<number | null>;
  discard: Action<SubmissionAtVersion, { code: string }>;
};

/** Giving up a draft for good, in two steps: it cannot be had back. */
export function DiscardDraft({ submissionId, settle, discard }: DiscardDraftProps) {
  const t = useTranslations("work.discard");
  const router = useRouter();
  const locale = useLocale();
  const { run, busy, refusal } = useAction(discard, ({ code }) =>
    router.push(localePath(locale, `/work/${code}`)),
  );
  return (
    <details className="border border-line bg-paper p-3">
      <summary className="min-h-8">{t("title")}</summary>
      <div className="mt-2 space-y-3">
        <p>{t("explain")}</p>
        {refusal && <RefusalNotice refusal={refusal} />}
        <Button
          tone="alarm"
          disabled={busy}
          onClick={async () => run({ submissionId, version: (await settle()) ?? 0 })}
        >
          {t("confirm")}
        </Button>
      </div>
    </details>
  );
}
