"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { useDay } from "@/components/ui/day";
import { ErrorSummary } from "@/components/ui/error-summary";
import { keepFlash } from "@/components/ui/flash";
import { WhenReady } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { ReasonField } from "@/components/ui/reason-field";
import { RefusalNotice, useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { Day } from "@/lib/domain/calendar/days";
import type { SubmissionKind } from "@/lib/domain/kinds";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { DecisionInput } from "@/lib/domain/submissions/inputs";
import { returnReasons } from "@/lib/domain/submissions/return-reasons";
import type { ReviewStep } from "@/lib/domain/submissions/submission-kinds";
import {
  type Decision,
  decisions,
  type SubmissionStatus,
  type Transition,
  transitions,
} from "@/lib/domain/submissions/submissions";
import { textLimits } from "@/lib/domain/texts";
import { localePath } from "@/messages/locales";

type Subject = {
  id: string;
  kind: SubmissionKind;
  step: number | null;
  version: number;
  reviewSteps: readonly ReviewStep[];
  revision: { id: string; contentHash: string };
  transitions: readonly Transition[];
  /** Whom the reader would stand in for. */
  onBehalfOf: string | null;
  /** Whether the plan lets nothing be read before its release check. */
  releaseCheck: boolean;
  /** Set where this decision may confirm that the work was done before it was sent: on which day, and when that was sent. */
  statedDay: { completedOn: Day; sentOn: Day; daysLate: number } | null;
};
type Props = {
  submission: Subject;
  decide: Action<DecisionInput, Decided>;
};
type Decided = {
  code: string;
  kind: SubmissionKind;
  status: SubmissionStatus;
  awaitsRelease: boolean;
};

const tones = { approve: "primary", return: "alarm", reject: "alarm" } as const;

/** 同意, 退回 or 未予同意, on exactly the revision that is on this page. */
export function DecisionForm({ submission, decide }: Props) {
  const t = useTranslations("work");
  const locale = useLocale();
  const router = useRouter();
  const say = useRefusalText();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { run, busy, refusal } = useAction(decide, ({ code, kind, status, awaitsRelease }) => {
    if (status === "draft") throw new Error("A decision leaves no draft");
    const words = status === "approved" && awaitsRelease ? "approvedWaiting" : status;
    const from = kind === "objection" ? "to_rule" : "to_decide";
    keepFlash({ text: t(`inbox.done.${words}`, { kind, code }), from });
    router.push(localePath(locale, "/inbox"));
  });
  const { id, version, revision, statedDay } = submission;
  const [isConfirmed, setConfirmed] = useState(false);
  const choices = decisions.filter((each) => submission.transitions.includes(each));
  const fieldRefusal = missing ?? (refusal?.field === "reason" ? refusal : null);
  const error = fieldRefusal && say(fieldRefusal);

  async function decideOn(decision: Decision) {
    const isMissing = "needsReason" in transitions[decision] && reason.trim() === "";
    setMissing(isMissing ? refuse("reason_required") : null);
    if (!isMissing)
      await run({
        submissionId: id,
        revisionId: revision.id,
        contentHash: revision.contentHash,
        version,
        decision,
        reason,
        ...(decision === "approve" && isConfirmed && { confirmsCompletedOn: true }),
      });
    setAttempt((count) => count + 1);
  }

  return (
    <section aria-labelledby="decision" className="border border-line bg-paper p-4">
      <WhenReady className="space-y-4">
        <h2 id="decision" className="text-lg font-bold">
          {t("review.decision")}
        </h2>
        <ErrorSummary
          title={t("form.errorTitle")}
          errors={error ? [{ id: "reason", message: error }] : []}
          attempt={attempt}
        />
        {refusal && !fieldRefusal && (
          <RefusalNotice refusal={refusal}>
            <Anchor href={`/reviews/${id}`}>{t("form.latest")}</Anchor>
          </RefusalNotice>
        )}
        <ReasonField
          value={reason}
          onChange={setReason}
          mayReject={choices.includes("reject")}
          templates={returnReasons[submission.kind].map((each) => t(`review.template.${each}`))}
          error={error ?? undefined}
          max={textLimits.reason}
        />
        {submission.onBehalfOf && (
          <Notice tone="info">{t("review.onBehalfOf", { name: submission.onBehalfOf })}</Notice>
        )}
        {statedDay && (
          <ConfirmDay stated={statedDay} isConfirmed={isConfirmed} onChange={setConfirmed} />
        )}
        <p>
          <ApprovalEffect submission={submission} />
        </p>
        {choices.includes("return") && <p>{t("review.explain.return")}</p>}
        {choices.includes("reject") && (
          <p>{t("review.explain.reject", { kind: submission.kind })}</p>
        )}
        <div className="flex flex-wrap gap-3">
          {choices.map((decision) => (
            <Button
              key={decision}
              tone={tones[decision]}
              disabled={busy}
              onClick={() => decideOn(decision)}
            >
              {t(`review.${decision}`)}
            </Button>
          ))}
          {busy && <p role="status">{t("review.deciding")}</p>}
        </div>
      </WhenReady>
    </section>
  );
}

type ConfirmDayProps = {
  stated: NonNullable<Subject["statedDay"]>;
  isConfirmed: boolean;
  onChange: (isConfirmed: boolean) => void;
};

/** The unit says that it was done before it was sent: whoever approves confirms that by the evidence, or the day of sending counts. */
function ConfirmDay({ stated, isConfirmed, onChange }: ConfirmDayProps) {
  const t = useTranslations("work.review.statedDay");
  const day = useDay();
  const days = { stated: day(stated.completedOn), sent: day(stated.sentOn) };
  return (
    <fieldset className="border border-line p-3">
      <legend className="font-semibold">{t("title")}</legend>
      <label className="flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          checked={isConfirmed}
          onChange={({ target }) => onChange(target.checked)}
          aria-describedby="stated-day-hint"
          className="size-5"
        />
        {t("confirm", days)}
      </label>
      <p id="stated-day-hint" className="text-sm text-muted">
        {t("hint", { ...days, late: stated.daysLate })}
      </p>
    </fieldset>
  );
}

/** What an approval brings about now. */
function ApprovalEffect({ submission }: { submission: Subject }) {
  const { step, reviewSteps, kind, releaseCheck } = submission;
  const t = useTranslations();
  const next = reviewSteps[step ?? 0];
  if (next) return t("work.review.stepNote", { step: t(`steps.${next.by}`) });
  return t(`work.review.effects.${kind}`, { release: releaseCheck ? "waits" : "done" });
}
