import { useTranslations } from "next-intl";
import type { Decision, ReviewStep } from "@/lib/domain/submissions";
import { useMoment } from "./moment";

type Decided = {
  revision: number;
  step: number;
  decision: Decision;
  reason: string | null;
  decidedAt: Date;
  decidedBy: string;
};
type Reviewed = {
  reviewSteps: readonly ReviewStep[];
  step: number | null;
  revision: { number: number } | null;
  decisions: Decided[];
};

const outcomes = {
  approve: "stepApproved",
  return: "stepReturned",
  reject: "stepRejected",
} as const;

/** Who has to agree, who has, and what was said on earlier revisions. */
export function ReviewSteps({ submission }: { submission: Reviewed }) {
  const t = useTranslations();
  const moment = useMoment();
  const { reviewSteps, step: present, revision, decisions } = submission;
  const earlier = decisions.filter((each) => each.revision !== revision?.number);
  const stepName = (step: number) => t(`steps.${reviewSteps[step - 1]?.by ?? "supervisor"}`);
  const stateOf = (step: number) => {
    const made = decisions.find((each) => each.revision === revision?.number && each.step === step);
    if (!made) return { text: t(`work.review.${step === present ? "stepNow" : "stepWaiting"}`) };
    const { decision, decidedBy: name, decidedAt, reason } = made;
    return {
      text: t(`work.review.${outcomes[decision]}`, { name, time: moment(decidedAt) }),
      reason,
    };
  };
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="text-lg font-bold">
        {t("work.review.stepsTitle")}
      </h2>
      <ol className="mt-1 space-y-2">
        {reviewSteps.map(({ by }, i) => {
          const { text, reason } = stateOf(i + 1);
          return (
            <li
              key={by}
              aria-current={i + 1 === present ? "step" : undefined}
              className="border-l-4 border-line pl-3 aria-[current]:border-brand"
            >
              <strong className="font-semibold">{stepName(i + 1)}</strong> {text}
              {reason && <Reason>{reason}</Reason>}
            </li>
          );
        })}
      </ol>
      {earlier.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-8 text-brand">{t("work.review.earlier")}</summary>
          <ul className="space-y-2">
            {earlier.map(({ revision: number, step, decision, decidedBy, decidedAt, reason }) => (
              <li key={`${number}-${step}`}>
                {t("work.review.earlierLine", {
                  revision: number,
                  step: stepName(step),
                  decision: t(`work.review.decisions.${decision}`),
                  name: decidedBy,
                  time: moment(decidedAt),
                })}
                {reason && <Reason>{reason}</Reason>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Reason({ children }: { children: string }) {
  return (
    <p lang="zh-CN" className="whitespace-pre-line border border-line bg-paper px-3 py-1">
      {children}
    </p>
  );
}
