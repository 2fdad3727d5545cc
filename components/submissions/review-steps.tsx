import { useTranslations } from "next-intl";
import { useMoment } from "@/components/ui/day";
import type { ReviewStep } from "@/lib/domain/submissions/submission-kinds";
import type { Decision } from "@/lib/domain/submissions/submissions";

type Decided = {
  revision: number;
  step: number;
  decision: Decision;
  reason: string | null;
  decidedAt: Date;
  decidedBy: string;
  onBehalfOf: string | null;
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
export function ReviewSteps({
  submission,
  units,
}: {
  submission: Reviewed;
  units: { id: string; name: string }[];
}) {
  const t = useTranslations();
  const moment = useMoment();
  const { reviewSteps, step: present, revision, decisions } = submission;
  const earlier = decisions.filter((each) => each.revision !== revision?.number);
  const stepName = (step: number) => {
    const { by = "supervisor", departmentId } = reviewSteps[step - 1] ?? {};
    const unit = units.find(({ id }) => id === departmentId)?.name;
    return unit ? `${t(`steps.${by}`)}（${unit}）` : t(`steps.${by}`);
  };
  const signature = ({ decidedBy, onBehalfOf }: Decided) =>
    onBehalfOf
      ? t("work.review.signedFor", { deputy: decidedBy, principal: onBehalfOf })
      : decidedBy;
  const stateOf = (step: number) => {
    const made = decisions.find((each) => each.revision === revision?.number && each.step === step);
    if (!made) return { text: t(`work.review.${step === present ? "stepNow" : "stepWaiting"}`) };
    const { decision, decidedAt, reason } = made;
    const name = signature(made);
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
        {reviewSteps.map(({ by, departmentId }, i) => {
          const { text, reason } = stateOf(i + 1);
          return (
            <li
              key={`${by}-${departmentId}`}
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
            {earlier.map((made) => (
              <li key={`${made.revision}-${made.step}`}>
                {t("work.review.earlierLine", {
                  revision: made.revision,
                  step: stepName(made.step),
                  decision: t(`work.review.decisions.${made.decision}`),
                  name: signature(made),
                  time: moment(made.decidedAt),
                })}
                {made.reason && <Reason>{made.reason}</Reason>}
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
